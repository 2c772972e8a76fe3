package io.limen.explainer.domain.component;

import java.util.Optional;

/**
 * Spearman's rank correlation (Spearman 1904): Pearson's correlation of the ranks, ties sharing their mean rank; in [-1,1]. Cost
 * O(n^2).
 */
public final class RankCorrelation {

    /** Two values always agree or disagree wholly. */
    private static final int LEAST = 3;

    private RankCorrelation() {}

    /** Empty with fewer than three pairs, or where one side is all alike. */
    public static Optional<Double> of(double[] a, double[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException("RankCorrelation: " + a.length + " values against " + b.length);
        }
        double[] ranksA = ranks(a);
        double[] ranksB = ranks(b);
        double spreadA = product(ranksA, ranksA);
        double spreadB = product(ranksB, ranksB);
        if (a.length < LEAST || spreadA == 0 || spreadB == 0) {
            return Optional.empty();
        }
        double correlation = product(ranksA, ranksB) / Math.sqrt(spreadA * spreadB);
        return Optional.of(Math.max(-1, Math.min(1, correlation)));
    }

    /** Sum of products of the deviations from the mean rank. */
    private static double product(double[] a, double[] b) {
        double mean = (a.length + 1) / 2.0;
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - mean) * (b[i] - mean);
        }
        return sum;
    }

    private static double[] ranks(double[] values) {
        double[] ranks = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                throw new IllegalArgumentException("RankCorrelation: NaN at " + i);
            }
            int below = 0;
            int equal = 0;
            for (double other : values) {
                below += other < values[i] ? 1 : 0;
                equal += other == values[i] ? 1 : 0;
            }
            ranks[i] = below + (equal + 1) / 2.0;
        }
        return ranks;
    }
}
