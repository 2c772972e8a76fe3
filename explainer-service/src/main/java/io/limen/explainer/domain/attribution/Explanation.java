package io.limen.explainer.domain.attribution;

import io.limen.explainer.domain.component.ComponentAnalysis;
import io.limen.explainer.domain.faithfulness.joint.MapFaithfulness;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.Mask;
import io.limen.explainer.domain.strategy.StrategyFeatures;
import io.limen.explainer.domain.trait.CaseTraits;
import java.time.Duration;
import java.util.Optional;

/**
 * One case explained.
 *
 * @param id SHA-256 of image, model, bank, settings and seed: same input, same id
 * @param input the image at the model's input size
 * @param prediction the repository model's mask of the input
 * @param reference the mask that the region was scored against
 * @param referenceMode where the reference came from
 * @param baselineDice 100 x Dice of the region before any intervention, in [0,100]
 * @param deployedAgreement 100 x Dice of the mask that came with the case and the prediction, in [0,100]; empty if none came
 * @param map effects per block
 * @param screening random audit of screening; empty when the budget ended before it
 * @param strategy features and class of the map
 * @param traits of the image and of the answer before any intervention
 * @param cost what it took, components included
 * @param components what was found of the network's components; empty when nobody asked
 * @param faithfulness how far the map can be trusted; empty when nobody asked
 */
public record Explanation(
        String id,
        Image input,
        Mask prediction,
        Mask reference,
        ReferenceMode referenceMode,
        double baselineDice,
        Optional<Double> deployedAgreement,
        AttributionMap map,
        Optional<ScreeningAudit> screening,
        StrategyFeatures strategy,
        CaseTraits traits,
        Cost cost,
        Optional<ComponentAnalysis> components,
        Optional<MapFaithfulness> faithfulness) {

    public Explanation {
        if (!(baselineDice >= 0 && baselineDice <= 100)) {
            throw new IllegalArgumentException("Explanation: baseline Dice " + baselineDice);
        }
    }

    /**
     * What an explanation took.
     *
     * @param forwards forward passes (images), the baseline included
     * @param elapsed wall-clock
     * @param budgetExhausted whether the budget ended before the schedule did
     * @param bankSha256 the bank the donors came from
     */
    public record Cost(long forwards, Duration elapsed, boolean budgetExhausted, String bankSha256) {}
}
