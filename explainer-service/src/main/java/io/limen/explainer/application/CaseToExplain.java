package io.limen.explainer.application;

import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.Mask;
import io.limen.explainer.domain.image.RegionOfInterest;
import java.util.Optional;

/**
 * A case as the use case needs it.
 *
 * @param image decoded, at its own size, RGB
 * @param imageSha256 SHA-256 of the image file as it came, 64 hexadecimal digits
 * @param deployedMask the deployed model's mask, of the image's size
 * @param groundTruth a human's mask, of the image's size
 * @param region how its region of interest is found
 */
public record CaseToExplain(
        Image image,
        String imageSha256,
        Optional<Mask> deployedMask,
        Optional<Mask> groundTruth,
        RegionSelection region) {

    /** A case with its own region in pixels of the model's output; without one, a window on the boundary is chosen. */
    public CaseToExplain(
            Image image,
            String imageSha256,
            Optional<Mask> deployedMask,
            Optional<Mask> groundTruth,
            Optional<RegionOfInterest> region) {
        this(
                image,
                imageSha256,
                deployedMask,
                groundTruth,
                region.<RegionSelection>map(RegionSelection.Given::new).orElseGet(RegionSelection.BoundaryWindow::new));
    }
}
