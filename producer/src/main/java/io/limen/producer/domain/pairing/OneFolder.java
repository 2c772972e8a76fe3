package io.limen.producer.domain.pairing;

import java.util.Objects;

/**
 * Images and masks in one folder: a name with a mask suffix is a mask. The model's masks may lie in {@code predictions/}.
 *
 * @param suffixes what marks a mask
 */
record OneFolder(MaskSuffixes suffixes) implements Layout {

    private static final String PREDICTIONS = "predictions/";

    OneFolder {
        Objects.requireNonNull(suffixes, "suffixes");
    }

    @Override
    public String name() {
        return "flat";
    }

    @Override
    public Role roleOf(String fileName) {
        if (fileName.startsWith(PREDICTIONS)) {
            return new Role.Prediction(FileStem.of(fileName.substring(PREDICTIONS.length()), suffixes)
                    .keys());
        }
        if (fileName.contains("/")) {
            return new Role.Stranger();
        }
        FileStem stem = FileStem.of(fileName, suffixes);
        return stem.marked() ? new Role.Mask(stem.keys()) : new Role.Image(stem.plain());
    }
}
