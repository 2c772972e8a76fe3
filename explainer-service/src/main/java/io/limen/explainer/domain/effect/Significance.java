package io.limen.explainer.domain.effect;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;

/** Which effects differ from zero. */
public final class Significance {

    /** Share of false discoveries that is accepted among the blocks called significant. */
    public static final double FALSE_DISCOVERY_RATE = 0.05;

    private Significance() {}

    /**
     * p-value of the paired two-sided t-test (Student 1908) of "the mean effect is 0": an effect is already the difference
     * of a pair, the region with and without the intervention. Effects come in steps of a pixel, so a few equal draws have
     * no spread and an infinite t; the p-value is therefore never below 2^(1-n), the least that flipping the signs of n
     * draws could give (Fisher 1935).
     *
     * @return in (0,1]; 1 with fewer than two draws or a mean of 0
     */
    public static double pValue(EffectMoments moments) {
        if (moments.draws() < 2 || moments.mean() == 0) {
            return 1;
        }
        double least = Math.max(Double.MIN_NORMAL, Math.pow(2, 1 - moments.draws()));
        double standardError = moments.standardError();
        if (standardError == 0) {
            return least;
        }
        double t = Math.abs(moments.mean()) / standardError;
        double p = 2 * TDistribution.of(moments.draws() - 1).survivalProbability(t);
        return Math.min(1, Math.max(least, p));
    }

    /**
     * Step-up procedure that bounds the false discovery rate (Benjamini and Hochberg 1995): with the p-values sorted,
     * reject the k smallest, k the greatest rank with p(k) at most rate k / m.
     *
     * @param pValues one per hypothesis, in [0,1]
     * @param rate in (0,1)
     * @return which hypotheses are rejected; none of none. Cost O(m log m)
     */
    public static boolean[] benjaminiHochberg(double[] pValues, double rate) {
        double[] sorted = pValues.clone();
        for (double p : sorted) {
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException("benjaminiHochberg: p " + p);
            }
        }
        Arrays.sort(sorted);
        double cut = IntStream.rangeClosed(1, sorted.length)
                .filter(rank -> sorted[rank - 1] <= rate * rank / sorted.length)
                .mapToDouble(rank -> sorted[rank - 1])
                .max()
                .orElse(-1);
        boolean[] rejected = new boolean[pValues.length];
        for (int i = 0; i < rejected.length; i++) {
            rejected[i] = pValues[i] <= cut;
        }
        return rejected;
    }
}
