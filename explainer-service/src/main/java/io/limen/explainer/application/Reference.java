package io.limen.explainer.application;

import io.limen.explainer.domain.attribution.ReferenceMode;
import io.limen.explainer.domain.image.Mask;
import io.limen.explainer.domain.image.Resampling;
import java.util.Optional;

/**
 * What the region is scored against.
 *
 * @param mask at the model's input size
 * @param mode where it came from
 */
public record Reference(Mask mask, ReferenceMode mode) {

    /** The ground truth when there is one, else the model's own unperturbed mask. */
    public static Reference of(Optional<Mask> groundTruth, Mask prediction) {
        return groundTruth
                .map(truth -> Resampling.resize(truth, prediction.height(), prediction.width()))
                .map(truth -> new Reference(truth, ReferenceMode.GROUND_TRUTH))
                .orElseGet(() -> new Reference(prediction, ReferenceMode.PREDICTION));
    }
}
