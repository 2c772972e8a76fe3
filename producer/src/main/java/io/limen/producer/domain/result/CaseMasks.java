package io.limen.producer.domain.result;

import java.util.Optional;

/**
 * The masks of a case, each a PNG of the image's height and width, 0 background and 255 foreground.
 *
 * @param predicted the deployed model's mask, where the source has it
 * @param groundTruth a human's mask, where the source has it
 */
public record CaseMasks(Optional<byte[]> predicted, Optional<byte[]> groundTruth) {

    /** The most bytes of one mask: two of them and an image stay under the 1 MiB that a broker takes by default. */
    public static final int MASK_LIMIT = 192 * 1024;

    public CaseMasks {
        predicted = predicted.map(CaseMasks::checked);
        groundTruth = groundTruth.map(CaseMasks::checked);
    }

    private static byte[] checked(byte[] png) {
        if (png.length == 0 || png.length > MASK_LIMIT) {
            throw new IllegalArgumentException("CaseMasks: " + png.length + " bytes");
        }
        return png.clone();
    }
}
