package io.limen.explainer.domain.faithfulness.joint;

import io.limen.explainer.domain.faithfulness.SizeDeviations;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Pearson's correlation of two values of sets of blocks, each without the mean of the sets of its size (so that larger sets losing more
 * is no merit): r = sum(f o) / sqrt(sum(f f) sum(o o)). Where it is positive, 1 - r^2 is the infidelity of Yeh et al. (2019) as
 * {@link io.limen.explainer.domain.faithfulness.Infidelity} has it.
 *
 * <p>95 % interval: z = artanh r, the jackknife's error of z (Tukey 1958), no less than Fisher's 1 / sqrt(n - sizes - 2) for normal values
 * (1921), times Student's t with n - sizes - 1 degrees of freedom. Changes of Dice are far from normal; in simulation it holds what
 * endless sets of the same map would show in 95 to 99 of 100 (see the tests). For a map that has nothing to do with the model that is not
 * 0, see {@link MapFaithfulness#verdict}.
 *
 * @param value in [-1,1]
 * @param low lower end
 * @param high upper end
 */
record SetCorrelation(double value, double low, double high) {

    private static final double TAIL = 0.025;

    /** artanh of 1 is infinite. */
    private static final double NEAREST_TO_ONE = 1 - 1e-9;

    /** Cost O(sets to the third). Empty where one side has no spread, or would have none without one of the sets. */
    static Optional<SetCorrelation> of(double[] foretold, double[] observed, int[] sizes) {
        OptionalDouble value = correlation(foretold, observed, sizes);
        int sets = sizes.length;
        int kinds = (int) Arrays.stream(sizes).distinct().count();
        double[] without = new double[sets];
        for (int left = 0; left < sets; left++) {
            OptionalDouble one = correlation(except(foretold, left), except(observed, left), except(sizes, left));
            if (one.isEmpty() || value.isEmpty()) {
                return Optional.empty();
            }
            without[left] = scale(one.getAsDouble());
        }
        double z = scale(value.orElseThrow());
        double error = Math.max(jackknife(without), 1 / Math.sqrt(Math.max(1, sets - kinds - 2)));
        double reach = TDistribution.of(Math.max(1, sets - kinds - 1)).inverseSurvivalProbability(TAIL) * error;
        return Optional.of(new SetCorrelation(
                value.getAsDouble(),
                Math.min(value.getAsDouble(), Math.tanh(z - reach)),
                Math.max(value.getAsDouble(), Math.tanh(z + reach))));
    }

    private static OptionalDouble correlation(double[] foretold, double[] observed, int[] sizes) {
        double[] f = SizeDeviations.of(foretold, sizes);
        double[] o = SizeDeviations.of(observed, sizes);
        double squares = SizeDeviations.product(f, f) * SizeDeviations.product(o, o);
        if (!(squares > 0)) {
            return OptionalDouble.empty();
        }
        double correlation = SizeDeviations.product(f, o) / Math.sqrt(squares);
        return OptionalDouble.of(Math.max(-1, Math.min(1, correlation)));
    }

    /** Whether sets of one size have one value. */
    static boolean isAlike(double[] values, int[] sizes) {
        return Arrays.stream(SizeDeviations.of(values, sizes)).allMatch(deviation -> deviation == 0);
    }

    /** Whether sets of one size would have one value if one of all sets were not there. */
    static boolean hangsOnOne(double[] values, int[] sizes) {
        return IntStream.range(0, sizes.length).anyMatch(left -> isAlike(except(values, left), except(sizes, left)));
    }

    private static double scale(double correlation) {
        double z = Math.max(-NEAREST_TO_ONE, Math.min(NEAREST_TO_ONE, correlation));
        return 0.5 * Math.log((1 + z) / (1 - z));
    }

    /** sqrt((n - 1) / n x sum of squared deviations of the values without one set each). */
    private static double jackknife(double[] without) {
        double mean = Arrays.stream(without).sum() / without.length;
        double squares =
                Arrays.stream(without).map(one -> (one - mean) * (one - mean)).sum();
        return Math.sqrt((without.length - 1.0) / without.length * squares);
    }

    private static double[] except(double[] values, int left) {
        return IntStream.range(0, values.length)
                .filter(i -> i != left)
                .mapToDouble(i -> values[i])
                .toArray();
    }

    private static int[] except(int[] values, int left) {
        return IntStream.range(0, values.length)
                .filter(i -> i != left)
                .map(i -> values[i])
                .toArray();
    }
}
