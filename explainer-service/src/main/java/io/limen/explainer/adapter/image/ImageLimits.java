package io.limen.explainer.adapter.image;

/**
 * What is decoded at all; checked before decoding, for a few bytes can claim to be a huge image.
 *
 * @param maxBytes encoded, 1 or more
 * @param maxPixels rows x columns, 1 or more
 * @param maxDecodedBytes memory that a picture may take while it is decoded, 1 or more: of 8 bit per channel 15 bytes a pixel, of
 *     16 bit and alpha 20
 */
public record ImageLimits(long maxBytes, long maxPixels, long maxDecodedBytes) {

    /** For files that a person names: 64 MiB, 40 megapixels, whatever memory that takes. */
    public static final ImageLimits FILES = new ImageLimits(64L << 20, 40_000_000, Long.MAX_VALUE);

    /** The other half is for what else a case takes: the file itself, masks, the map. */
    private static final int SHARE_OF_THE_HEAP = 2;

    public ImageLimits {
        if (maxBytes < 1 || maxPixels < 1 || maxDecodedBytes < 1) {
            throw new IllegalArgumentException("ImageLimits: " + maxBytes + " bytes, " + maxPixels + " pixels, "
                    + maxDecodedBytes + " bytes decoded");
        }
    }

    /**
     * The memory for one picture where several are decoded at a time, so that none takes what another needs.
     *
     * @param heapBytes the most that Java's heap may grow to
     * @param atATime pictures, 1 or more
     */
    public static long decodedBytes(long heapBytes, int atATime) {
        return Math.max(1, heapBytes / SHARE_OF_THE_HEAP / atATime);
    }
}
