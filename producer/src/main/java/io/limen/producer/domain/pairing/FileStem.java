package io.limen.producer.domain.pairing;

import java.util.List;
import java.util.Locale;

/**
 * A file name without its extension and without the suffix that marks it as a mask, in lower case.
 *
 * @param plain the name without its extension, suffix and all
 * @param text what an image and its mask have in common
 */
record FileStem(String plain, String text) {

    private static final String VOLUME = ".nii.gz";

    /** The stem of a name relative to its folder, parts separated by {@code /}. */
    static FileStem of(String fileName, MaskSuffixes suffixes) {
        String plain = plain(fileName);
        return new FileStem(plain, suffixes.without(plain));
    }

    /** The whole name without its extension. */
    static String plain(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        if (name.endsWith(VOLUME)) {
            return name.substring(0, name.length() - VOLUME.length());
        }
        int dot = name.lastIndexOf('.');
        return dot > name.lastIndexOf('/') + 1 ? name.substring(0, dot) : name;
    }

    /** Whether a mask suffix was there. */
    boolean marked() {
        return !plain.equals(text);
    }

    /** What the image may be called whose mask has this name; the whole of it comes first. */
    List<String> keys() {
        return List.of(plain, text);
    }
}
