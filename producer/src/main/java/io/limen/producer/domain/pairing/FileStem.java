package io.limen.producer.domain.pairing;

import java.util.List;
import java.util.Locale;

/**
 * A file name without its extension and without the suffix that marks it as a mask; compared without regard to case.
 *
 * @param plain the name without its extension, suffix and all
 * @param text what an image and its mask have in common
 */
record FileStem(String plain, String text) {

    /** Suffixes in use in public data sets; longer ones first, so that the whole of it goes. */
    private static final List<String> MASK_SUFFIXES =
            List.of("_segmentation", "_groundtruth", "_ground_truth", "_label", "_mask", "_seg", "_gt");

    /** The stem of a name relative to its folder, parts separated by {@code /}. */
    static FileStem of(String fileName) {
        return of(fileName, MASK_SUFFIXES);
    }

    /** The stem of a name, with the suffixes that mark a mask. */
    static FileStem of(String fileName, List<String> maskSuffixes) {
        int dot = fileName.lastIndexOf('.');
        boolean hasExtension = dot > fileName.lastIndexOf('/') + 1;
        String plain = (hasExtension ? fileName.substring(0, dot) : fileName).toLowerCase(Locale.ROOT);
        String dashed = plain.replace('-', '_');
        for (String suffix : maskSuffixes) {
            if (dashed.endsWith(suffix) && dashed.length() > suffix.length()) {
                return new FileStem(plain, plain.substring(0, plain.length() - suffix.length()));
            }
        }
        return new FileStem(plain, plain);
    }

    /** Whether a mask suffix was there. */
    boolean marked() {
        return !plain.equals(text);
    }

    /** What the image may be called whose mask has this name. */
    List<String> keys() {
        return List.of(plain, text);
    }
}
