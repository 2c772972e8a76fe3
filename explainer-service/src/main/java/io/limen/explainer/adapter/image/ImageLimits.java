package io.limen.explainer.adapter.image;

/**
 * What is decoded at all; checked before decoding, for a few bytes can claim to be a huge image.
 *
 * @param maxBytes encoded, 1 or more
 * @param maxPixels rows x columns, 1 or more; decoded, a pixel takes about 16 bytes
 */
public record ImageLimits(long maxBytes, long maxPixels) {

    /** For files that a person names: 64 MiB, 40 megapixels. */
    public static final ImageLimits FILES = new ImageLimits(64L << 20, 40_000_000);

    public ImageLimits {
        if (maxBytes < 1 || maxPixels < 1) {
            throw new IllegalArgumentException("ImageLimits: " + maxBytes + " bytes, " + maxPixels + " pixels");
        }
    }
}
