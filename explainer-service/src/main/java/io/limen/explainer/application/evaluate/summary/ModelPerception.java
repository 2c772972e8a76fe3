package io.limen.explainer.application.evaluate.summary;

import io.limen.explainer.domain.comparison.Estimate;
import io.limen.explainer.domain.strategy.PerceptualStrategy;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How one model perceives.
 *
 * @param imageDice 100 x Dice of its masks and the ground truth, whole images
 * @param baselineDice 100 x Dice of the regions
 * @param classes cases of each class that there is
 * @param mostFrequent the class of most cases, the first of several; empty without a case
 * @param share of the most frequent class
 * @param heterogeneity how differently it perceives different cases
 */
public record ModelPerception(
        String model,
        Estimate imageDice,
        Estimate baselineDice,
        Map<PerceptualStrategy, Integer> classes,
        Optional<PerceptualStrategy> mostFrequent,
        Estimate share,
        Heterogeneity heterogeneity) {

    public ModelPerception {
        Map<PerceptualStrategy, Integer> sorted = new EnumMap<>(PerceptualStrategy.class);
        sorted.putAll(classes);
        classes = Collections.unmodifiableMap(sorted);
    }

    /** How many cases have a class. */
    public int cases() {
        return share.cases();
    }

    /**
     * How differently a model perceives different cases.
     *
     * @param divergence generalised Jensen-Shannon divergence of the profiles, nats; of cases in which a block matters
     * @param withoutProfile cases in which none does, which are left out of it
     * @param classEntropy nats
     * @param featureEntropy Rao's quadratic entropy of features in standard deviations over all models
     */
    public record Heterogeneity(
            Estimate divergence, int withoutProfile, Estimate classEntropy, Estimate featureEntropy) {}
}
