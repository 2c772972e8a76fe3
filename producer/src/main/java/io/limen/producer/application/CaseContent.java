package io.limen.producer.application;

import io.limen.producer.domain.identity.StudyPseudonym;
import io.limen.producer.domain.image.Mask;
import java.util.Objects;
import java.util.Optional;

/**
 * What a source knows of a case.
 *
 * @param image the image
 * @param predicted the deployed model's mask, of the image's size
 * @param groundTruth a human's mask, of the image's size
 * @param study pseudonym of the study that the image shares with others; empty: the image stands alone
 */
public record CaseContent(
        ImageFile image, Optional<Mask> predicted, Optional<Mask> groundTruth, Optional<StudyPseudonym> study) {

    public CaseContent {
        Objects.requireNonNull(image, "image");
        Objects.requireNonNull(study, "study");
        if (!predicted.map(mask -> mask.covers(image.pixels())).orElse(true)
                || !groundTruth.map(mask -> mask.covers(image.pixels())).orElse(true)) {
            throw new IllegalArgumentException("CaseContent: a mask that does not cover " + image.pixels());
        }
    }
}
