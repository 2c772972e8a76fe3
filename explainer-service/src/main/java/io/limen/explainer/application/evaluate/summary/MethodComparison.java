package io.limen.explainer.application.evaluate.summary;

import io.limen.explainer.domain.comparison.Estimate;
import io.limen.explainer.domain.comparison.Holm;
import io.limen.explainer.domain.faithfulness.Metric;
import java.util.Optional;

/**
 * Two methods on the pairs of model and case that both have a value on.
 *
 * @param first method
 * @param second method
 * @param difference mean of the first minus the second, in the metric's unit
 * @param test empty without a case that has both
 */
public record MethodComparison(Metric metric, String first, String second, Estimate difference, Optional<Tested> test) {

    /**
     * @param pValue of a sign-flip test over cases, two-sided
     * @param adjusted after Holm, over the comparisons of the metric
     */
    public record Tested(double pValue, double adjusted) {}

    /** Whether the two differ beyond chance. */
    public boolean differs() {
        return test.filter(found -> found.adjusted() <= Holm.LEVEL).isPresent();
    }

    /** Whether the first is the better one by what was measured. */
    public boolean firstIsBetter() {
        double found = difference.known().orElse(0);
        return metric.better() == Metric.Better.LOWER ? found < 0 : found > 0;
    }
}
