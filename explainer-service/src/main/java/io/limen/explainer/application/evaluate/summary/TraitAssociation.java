package io.limen.explainer.application.evaluate.summary;

import io.limen.explainer.domain.comparison.Estimate;
import io.limen.explainer.domain.comparison.Holm;
import java.util.Optional;

/**
 * Whether a feature of a model's maps goes with a trait of the cases.
 *
 * @param correlation Spearman's, over the cases that have both
 * @param test empty where there is no correlation
 */
public record TraitAssociation(
        String model, String feature, String trait, Estimate correlation, Optional<Tested> test) {

    /**
     * @param pValue of a permutation test, two-sided
     * @param adjusted after Holm, over all models, features and traits
     */
    public record Tested(double pValue, double adjusted) {}

    /** Whether the two go together beyond chance. */
    public boolean survives() {
        return test.filter(found -> found.adjusted() <= Holm.LEVEL).isPresent();
    }
}
