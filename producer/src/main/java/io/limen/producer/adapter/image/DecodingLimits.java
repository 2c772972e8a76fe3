package io.limen.producer.adapter.image;

/**
 * What a file may cost, checked before anything is decoded.
 *
 * @param bytes size of the file
 * @param pixels width times height
 */
public record DecodingLimits(long bytes, long pixels) {

    /**
     * 40 megapixels are more than any dermatoscope, fundus camera or radiograph gives and take 160 MB decoded; 256 MiB hold
     * that many uncompressed 16-bit RGB pixels.
     */
    public static final DecodingLimits DEFAULT = new DecodingLimits(256L * 1024 * 1024, 40_000_000);

    public DecodingLimits {
        if (bytes < 1 || pixels < 1) {
            throw new IllegalArgumentException("DecodingLimits: " + bytes + " bytes, " + pixels + " pixels");
        }
    }
}
