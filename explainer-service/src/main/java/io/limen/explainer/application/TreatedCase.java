package io.limen.explainer.application;

import io.limen.explainer.domain.effect.RegionScore;
import io.limen.explainer.domain.intervention.PatchBank;
import io.limen.explainer.domain.surrogate.RegionOutput;

/**
 * A case ready to be treated: all that a schedule needs.
 *
 * @param model what is explained
 * @param segmented the case as the model sees it
 * @param planned region and blocks
 * @param bank the donors
 * @param score of the region
 * @param seed of every random choice
 * @param meter what was spent
 * @param progress told after every batch
 */
record TreatedCase(
        SegmentationModel model,
        SegmentedCase segmented,
        Treatment.Planned planned,
        PatchBank bank,
        RegionScore score,
        long seed,
        BudgetMeter meter,
        Progress progress) {

    /** The region's unperturbed output. */
    RegionOutput output() {
        return RegionOutput.of(
                segmented.output().crop(planned.region()),
                segmented.reference().mask().crop(planned.region()),
                model.description().threshold(),
                planned.region().membership());
    }
}
