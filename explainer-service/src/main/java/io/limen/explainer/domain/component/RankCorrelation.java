package io.limen.explainer.domain.component;

import java.util.Arrays;
import java.util.Optional;

/**
 * Spearman's rank correlation (Spearman 1904): Pearson's correlation of the ranks, ties sharing their mean rank; in [-1,1]. Cost
 * O(n log n).
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

    /** From 1, in the order of the values; ties share their mean rank. */
    public static double[] ranks(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] ranks = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                throw new IllegalArgumentException("RankCorrelation: NaN at " + i);
            }
            int below = countBelow(sorted, values[i], false);
            int equal = countBelow(sorted, values[i], true) - below;
            ranks[i] = below + (equal + 1) / 2.0;
        }
        return ranks;
    }

    /** How many sorted values are smaller, or smaller or equal; both zeros are equal. */
    private static int countBelow(double[] sorted, double value, boolean orEqual) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value || (orEqual && sorted[middle] == value)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
