package io.limen.explainer.domain.comparison;

import io.limen.explainer.domain.component.RankCorrelation;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/**
 * Whether two quantities go together over cases: Spearman's rank correlation with its interval, and the two-sided p-value of "they have
 * nothing to do with each other", under which the values of one may be dealt out anew (Pitman 1937); the arrangement found is counted
 * (Phipson and Smyth 2010).
 *
 * @param seed of resamples and permutations
 * @param permutations 1 or more; p-values go down to 1 / (1 + permutations)
 */
public record RankAssociation(long seed, int permutations) {

    /** Enough for a table of two hundred correlations. */
    static final int USUAL = 9_999;

    /** As many permutations as it takes for one of so many correlations to survive the correction. */
    public static RankAssociation ofTable(long seed, int correlations) {
        return new RankAssociation(seed, Math.max(USUAL, 40 * correlations));
    }

    /** @param pValue in (0,1]; empty where there is no correlation */
    public record Found(Estimate correlation, OptionalDouble pValue) {}

    /** Of one value each per case. Cost O((permutations + 2,000 log n) n). */
    public Found of(double[] a, double[] b) {
        Estimate correlation = new CaseBootstrap(seed)
                .of(
                        a.length,
                        cases -> RankCorrelation.of(at(a, cases), at(b, cases)).orElse(Double.NaN));
        return new Found(
                correlation,
                correlation.known().isPresent() ? OptionalDouble.of(pValue(a, b)) : OptionalDouble.empty());
    }

    private static double[] at(double[] values, int[] cases) {
        return Arrays.stream(cases).mapToDouble(one -> values[one]).toArray();
    }

    /** By the sum of products of ranks: all else of the correlation stays as it is. */
    private double pValue(double[] a, double[] b) {
        double[] ranksA = centred(RankCorrelation.ranks(a));
        double[] ranksB = centred(RankCorrelation.ranks(b));
        double found = Math.abs(product(ranksA, ranksB)) - 1e-9;
        SplittableRandom random = new SplittableRandom(seed);
        int asFar = 1;
        for (int i = 0; i < permutations; i++) {
            shuffle(ranksB, random);
            asFar += Math.abs(product(ranksA, ranksB)) >= found ? 1 : 0;
        }
        return asFar / (1.0 + permutations);
    }

    private static double[] centred(double[] ranks) {
        double mean = (ranks.length + 1) / 2.0;
        return Arrays.stream(ranks).map(rank -> rank - mean).toArray();
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void shuffle(double[] values, SplittableRandom random) {
        for (int last = values.length - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            double value = values[last];
            values[last] = values[other];
            values[other] = value;
        }
    }
}
