package io.limen.producer.domain.pairing;

import java.util.List;
import java.util.Objects;

/**
 * {@code images/}, {@code masks/} and {@code predictions/}, sub-folders included. A mask belongs to the image of the same
 * name, extensions and a mask suffix left out.
 *
 * @param suffixes what marks a mask
 */
record ThreeFolders(MaskSuffixes suffixes) implements Layout {

    private static final String IMAGES = "images/";
    private static final String MASKS = "masks/";
    private static final String PREDICTIONS = "predictions/";

    ThreeFolders {
        Objects.requireNonNull(suffixes, "suffixes");
    }

    @Override
    public String name() {
        return "folders";
    }

    @Override
    public Role roleOf(String fileName) {
        if (fileName.startsWith(IMAGES)) {
            return new Role.Image(FileStem.plain(fileName.substring(IMAGES.length())));
        }
        if (fileName.startsWith(MASKS)) {
            return new Role.Mask(keys(fileName, MASKS));
        }
        return fileName.startsWith(PREDICTIONS)
                ? new Role.Prediction(keys(fileName, PREDICTIONS))
                : new Role.Stranger();
    }

    private List<String> keys(String fileName, String folder) {
        return FileStem.of(fileName.substring(folder.length()), suffixes).keys();
    }
}
