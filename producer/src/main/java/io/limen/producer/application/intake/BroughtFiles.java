package io.limen.producer.application.intake;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What somebody brings as files, which are gone once the case is read.
 *
 * @param image a picture or a DICOM image
 * @param masks beside it
 * @param study what the house calls the study; never published as it is
 */
public record BroughtFiles(Path image, Masks masks, Optional<String> study) {

    public BroughtFiles {
        Objects.requireNonNull(image, "image");
        Objects.requireNonNull(masks, "masks");
        Objects.requireNonNull(study, "study");
    }

    /**
     * Masks of an image.
     *
     * @param predicted made by the model
     * @param groundTruth drawn by a human
     * @param targetClass value of the foreground in both; empty: everything but 0
     */
    public record Masks(Optional<Path> predicted, Optional<Path> groundTruth, OptionalInt targetClass) {

        public Masks {
            Objects.requireNonNull(predicted, "predicted");
            Objects.requireNonNull(groundTruth, "groundTruth");
            if (targetClass.orElse(1) < 1) {
                throw new IllegalArgumentException("targetClass is 1 or more, not " + targetClass.getAsInt());
            }
        }
    }
}
