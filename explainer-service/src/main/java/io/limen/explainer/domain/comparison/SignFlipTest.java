package io.limen.explainer.domain.comparison;

import java.util.OptionalDouble;
import java.util.SplittableRandom;

/**
 * Whether two methods differ on the same cases: under the null hypothesis the difference on a case might as well have the other sign
 * (Fisher 1935, section 21). Two-sided: the share of sign patterns whose sum is as far from 0 as the one found. All patterns of up to
 * {@value #EXACT} cases, else {@value #PATTERNS} drawn ones with the one found counted (Phipson and Smyth 2010), so that it is never 0.
 *
 * @param seed of the patterns that are drawn
 */
public record SignFlipTest(long seed) {

    /** 2^14 patterns and their mirror images. */
    static final int EXACT = 15;

    /** Resolves p-values down to 0.0001, which leaves room for the correction of some hundred comparisons. */
    static final int PATTERNS = 9_999;

    /**
     * The p-value.
     *
     * @param differences one per case, the sum over its models where there are several
     * @return in (0,1]; 1 where all differences are 0; empty without a case. Cost O(patterns x cases)
     */
    public OptionalDouble pValue(double[] differences) {
        if (differences.length == 0) {
            return OptionalDouble.empty();
        }
        double size = 0;
        double sum = 0;
        for (double difference : differences) {
            size += Math.abs(difference);
            sum += difference;
        }
        // sums in another order differ in the last digits: such a tie is as far from 0
        double found = Math.abs(sum) - 1e-12 * size;
        return OptionalDouble.of(differences.length <= EXACT ? ofAll(differences, found) : ofDrawn(differences, found));
    }

    /** The least p-value that so many cases can give. */
    public static double least(int cases) {
        return cases <= EXACT ? Math.pow(2, 1 - cases) : 1.0 / (1 + PATTERNS);
    }

    /** The sign of the last difference is held: the mirror image of each pattern is as far from 0. */
    private static double ofAll(double[] differences, double found) {
        int patterns = 1 << (differences.length - 1);
        int asFar = 0;
        for (int pattern = 0; pattern < patterns; pattern++) {
            double sum = 0;
            for (int i = 0; i < differences.length; i++) {
                sum += (pattern >> i & 1) == 0 ? differences[i] : -differences[i];
            }
            asFar += Math.abs(sum) >= found ? 1 : 0;
        }
        return (double) asFar / patterns;
    }

    private double ofDrawn(double[] differences, double found) {
        SplittableRandom random = new SplittableRandom(seed);
        int asFar = 1;
        for (int pattern = 0; pattern < PATTERNS; pattern++) {
            double sum = 0;
            for (double difference : differences) {
                sum += random.nextBoolean() ? difference : -difference;
            }
            asFar += Math.abs(sum) >= found ? 1 : 0;
        }
        return asFar / (1.0 + PATTERNS);
    }
}
