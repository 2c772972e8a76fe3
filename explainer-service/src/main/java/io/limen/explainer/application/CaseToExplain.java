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
 * @param region in pixels of the model's output; empty: it is chosen
 */
public record CaseToExplain(
        Image image,
        String imageSha256,
        Optional<Mask> deployedMask,
        Optional<Mask> groundTruth,
        Optional<RegionOfInterest> region) {}
