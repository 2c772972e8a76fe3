package io.limen.producer.domain.pairing;

import java.util.List;
import java.util.Locale;

/**
 * A file name without its extension and without the suffix that marks it as a mask; compared without regard to case.
 *
 * @param text what an image and its mask have in common
 * @param marked whether a mask suffix was there
 */
record FileStem(String text, boolean marked) {

    /** Suffixes in use in public data sets; longer ones first, so that the whole of it goes. */
    private static final List<String> MASK_SUFFIXES =
            List.of("_segmentation", "_groundtruth", "_ground_truth", "_label", "_mask", "_seg", "_gt");

    /** The stem of a name relative to its folder, parts separated by {@code /}. */
    static FileStem of(String fileName) {
        int dot = fileName.lastIndexOf('.');
        boolean hasExtension = dot > fileName.lastIndexOf('/') + 1;
        String stem = (hasExtension ? fileName.substring(0, dot) : fileName).toLowerCase(Locale.ROOT);
        String dashed = stem.replace('-', '_');
        for (String suffix : MASK_SUFFIXES) {
            if (dashed.endsWith(suffix) && dashed.length() > suffix.length()) {
                return new FileStem(stem.substring(0, stem.length() - suffix.length()), true);
            }
        }
        return new FileStem(stem, false);
    }

    /** The whole name without extension, suffix and all. */
    static String plain(String fileName) {
        int dot = fileName.lastIndexOf('.');
        boolean hasExtension = dot > fileName.lastIndexOf('/') + 1;
        return (hasExtension ? fileName.substring(0, dot) : fileName).toLowerCase(Locale.ROOT);
    }
}
