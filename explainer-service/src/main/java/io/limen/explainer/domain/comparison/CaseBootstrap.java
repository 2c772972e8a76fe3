package io.limen.explainer.domain.comparison;

import io.limen.explainer.domain.comparison.Estimate.Reason;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * 95 % intervals by resampling cases, bias-corrected and accelerated (BCa; Efron 1987, equations 2.3 and 6.6; Efron and Tibshirani
 * 1993, section 14.3). A case that is drawn takes along all that was measured on it, whatever model it was measured of: cases, and not
 * pairs of model and case, are what is independent. Fewer than about ten cases give intervals that are too short. A resample repeats
 * cases and varies less than the sample; where its values never reach the sample's, the interval is widened to the sample's value.
 *
 * @param seed the same seed draws the same cases, so that quantities of the same cases can be compared
 */
public record CaseBootstrap(long seed) {

    /** Of cases; the ends of an interval then rest on 50 of them each. */
    public static final int RESAMPLES = 2_000;

    private static final double TAIL = 0.025;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /**
     * The value of all cases with its interval. Cost: the statistic's, 2,000 times and once per case.
     *
     * @param cases how many there are; the statistic is asked for indices below
     */
    public Estimate of(int cases, CaseStatistic statistic) {
        if (cases == 0) {
            return new Estimate.Unknown(0);
        }
        int[] all = IntStream.range(0, cases).toArray();
        double value = statistic.of(all);
        if (Double.isNaN(value)) {
            return new Estimate.Unknown(cases);
        }
        if (cases == 1) {
            return new Estimate.WithoutInterval(value, cases, Reason.ONE_CASE);
        }
        double[] resampled = resampled(cases, statistic);
        if (resampled.length < (1 - TAIL) * RESAMPLES) {
            return new Estimate.WithoutInterval(value, cases, Reason.OFTEN_UNDEFINED);
        }
        if (same(resampled[0], resampled[resampled.length - 1])) {
            return new Estimate.WithoutInterval(value, cases, Reason.ALL_ALIKE);
        }
        double bias = bias(resampled, value);
        double acceleration = acceleration(all, statistic);
        double low = quantile(resampled, corrected(TAIL, bias, acceleration));
        double high = quantile(resampled, corrected(1 - TAIL, bias, acceleration));
        return new Estimate.WithInterval(value, Math.min(low, value), Math.max(high, value), cases);
    }

    /** Values of the resamples in which there is one, sorted. */
    private double[] resampled(int cases, CaseStatistic statistic) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[RESAMPLES];
        int[] drawn = new int[cases];
        for (int i = 0; i < RESAMPLES; i++) {
            for (int j = 0; j < cases; j++) {
                drawn[j] = random.nextInt(cases);
            }
            values[i] = statistic.of(drawn);
        }
        return Arrays.stream(values).filter(one -> !Double.isNaN(one)).sorted().toArray();
    }

    /** Sums in another order differ in the last digits. */
    private static boolean same(double low, double high) {
        return high - low <= 1e-12 * Math.max(1, Math.abs(high));
    }

    /** z0: how far the value is from the resamples' median, a tie counting for a half; finite. */
    private static double bias(double[] sorted, double value) {
        double below = 0;
        for (double one : sorted) {
            below += one < value ? 1 : one == value ? 0.5 : 0;
        }
        double least = 1.0 / (2 * sorted.length);
        double share = Math.max(least, Math.min(1 - least, below / sorted.length));
        return NORMAL.inverseCumulativeProbability(share);
    }

    /** a: a sixth of the skewness of the values without one case each; 0 where one of them is not defined. */
    private static double acceleration(int[] all, CaseStatistic statistic) {
        double[] without = new double[all.length];
        for (int left = 0; left < all.length; left++) {
            int except = left;
            without[left] =
                    statistic.of(Arrays.stream(all).filter(one -> one != except).toArray());
        }
        double mean = Arrays.stream(without).average().orElseThrow();
        double squares = 0;
        double cubes = 0;
        for (double one : without) {
            squares += Math.pow(mean - one, 2);
            cubes += Math.pow(mean - one, 3);
        }
        return squares > 0 ? cubes / (6 * Math.pow(squares, 1.5)) : 0;
    }

    /** The share of resamples below the end of an interval that would have the given share below it without bias or skewness. */
    private static double corrected(double share, double bias, double acceleration) {
        double shifted = bias + NORMAL.inverseCumulativeProbability(share);
        double divisor = 1 - acceleration * shifted;
        return divisor > 0 ? NORMAL.cumulativeProbability(bias + shifted / divisor) : share < 0.5 ? 0 : 1;
    }

    private static double quantile(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int lower = (int) position;
        int upper = Math.min(lower + 1, sorted.length - 1);
        return sorted[lower] + (position - lower) * (sorted[upper] - sorted[lower]);
    }
}
