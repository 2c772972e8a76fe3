package io.limen.explainer.domain.strategy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Permutation test within strata (Fisher 1935): under the null hypothesis the values of blocks of one stratum may be
 * exchanged. The two-sided p-value is twice the smaller tail, each tail (1 + as extreme) / (1 + permutations) with the
 * observed arrangement counted (Phipson and Smyth 2010), so it is never 0 and the test keeps its level.
 */
final class PermutationTest {

    /** Resolves p-values down to 2 / (1 + 999) = 0.002. */
    static final int PERMUTATIONS = 999;

    private final int[][] strata;
    private final long seed;

    /**
     * @param strataOf stratum of each value, 0 or more
     * @param seed of the permutations: the same seed gives the same p-value
     */
    PermutationTest(int[] strataOf, long seed) {
        int count = Arrays.stream(strataOf).max().orElse(-1) + 1;
        this.strata = new int[count][];
        for (int stratum = 0; stratum < count; stratum++) {
            strata[stratum] = members(strataOf, stratum);
        }
        this.seed = seed;
    }

    private static int[] members(int[] strataOf, int stratum) {
        return IntStream.range(0, strataOf.length)
                .filter(i -> strataOf[i] == stratum)
                .toArray();
    }

    /**
     * @param values one per block
     * @param statistic of such values, never NaN
     * @return in (0,1]. Cost O(permutations x values)
     */
    double pValue(double[] values, ToDoubleFunction<double[]> statistic) {
        double observed = statistic.applyAsDouble(values);
        double[] shuffled = values.clone();
        SplittableRandom random = new SplittableRandom(seed);
        int atLeast = 1;
        int atMost = 1;
        for (int i = 0; i < PERMUTATIONS; i++) {
            for (int[] stratum : strata) {
                shuffle(shuffled, stratum, random);
            }
            double permuted = statistic.applyAsDouble(shuffled);
            // sums in another order differ in the last digits: such a tie counts for both tails
            double tolerance = 1e-12 * Math.max(1, Math.abs(observed));
            atLeast += permuted >= observed - tolerance ? 1 : 0;
            atMost += permuted <= observed + tolerance ? 1 : 0;
        }
        return Math.min(1, 2.0 * Math.min(atLeast, atMost) / (1 + PERMUTATIONS));
    }

    private static void shuffle(double[] values, int[] members, SplittableRandom random) {
        for (int last = members.length - 1; last > 0; last--) {
            int other = members[random.nextInt(last + 1)];
            double value = values[members[last]];
            values[members[last]] = values[other];
            values[other] = value;
        }
    }
}
