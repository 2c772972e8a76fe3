package io.limen.producer.client;

import java.util.Objects;
import java.util.Optional;

/**
 * What a model has segmented. The arrays are not copied: leave them as they are until the case is taken.
 *
 * @param model NAME@VERSION
 * @param site where the model runs
 * @param image a PNG, JPEG, TIFF or DICOM file
 * @param mask file with the model's mask, of the image's size
 * @param groundTruth file with a human's mask, of the image's size
 * @param study what the house calls the study; the intake publishes a pseudonym
 */
public record Segmentation(
        String model,
        String site,
        byte[] image,
        Optional<byte[]> mask,
        Optional<byte[]> groundTruth,
        Optional<String> study) {

    public Segmentation {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(image, "image");
        Objects.requireNonNull(mask, "mask");
        Objects.requireNonNull(groundTruth, "groundTruth");
        Objects.requireNonNull(study, "study");
    }

    /** An image alone. */
    public static Segmentation of(String model, String site, byte[] image) {
        return new Segmentation(model, site, image, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** With the model's mask. */
    public Segmentation withMask(byte[] file) {
        return new Segmentation(model, site, image, Optional.of(file), groundTruth, study);
    }

    /** With a human's mask. */
    public Segmentation withGroundTruth(byte[] file) {
        return new Segmentation(model, site, image, mask, Optional.of(file), study);
    }

    /** Of a study. */
    public Segmentation withStudy(String name) {
        return new Segmentation(model, site, image, mask, groundTruth, Optional.of(name));
    }
}
