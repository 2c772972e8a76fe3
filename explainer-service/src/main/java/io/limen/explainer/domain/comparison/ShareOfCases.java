package io.limen.explainer.domain.comparison;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * The share of cases that have a property, with the exact 95 % interval (Clopper and Pearson 1934): unlike a resampled one it does not
 * shrink to nothing when all cases, or none, have it. Quantiles of Beta(k, n - k + 1) and Beta(k + 1, n - k).
 */
public final class ShareOfCases {

    private static final double TAIL = 0.025;

    private ShareOfCases() {}

    /** Of {@code having} cases among {@code cases}; unknown without a case. */
    public static Estimate of(int having, int cases) {
        if (having < 0 || having > cases) {
            throw new IllegalArgumentException("ShareOfCases: " + having + " of " + cases);
        }
        if (cases == 0) {
            return new Estimate.Unknown(0);
        }
        double low = having == 0
                ? 0
                : BetaDistribution.of(having, cases - having + 1.0).inverseCumulativeProbability(TAIL);
        double high = having == cases
                ? 1
                : BetaDistribution.of(having + 1.0, cases - having).inverseSurvivalProbability(TAIL);
        return new Estimate.WithInterval((double) having / cases, low, high, cases);
    }
}
