package io.limen.producer.domain.pairing;

import java.util.Objects;

/**
 * Masks in a folder of their own, which the user names, under the names that the images have in theirs.
 *
 * @param masks how the names of masks begin, for instance {@code /data/drawn/}
 * @param suffixes what may mark a mask besides
 */
public record MasksElsewhere(String masks, MaskSuffixes suffixes) implements Layout {

    private static final String IMAGES = "images/";

    public MasksElsewhere {
        if (!masks.endsWith("/")) {
            throw new IllegalArgumentException("MasksElsewhere: " + masks);
        }
        Objects.requireNonNull(suffixes, "suffixes");
    }

    @Override
    public String name() {
        return "masks-dir";
    }

    @Override
    public Role roleOf(String fileName) {
        if (fileName.startsWith(masks)) {
            return new Role.Mask(
                    FileStem.of(fileName.substring(masks.length()), suffixes).keys());
        }
        String inner = fileName.startsWith(IMAGES) ? fileName.substring(IMAGES.length()) : fileName;
        return new Role.Image(FileStem.plain(inner));
    }
}
