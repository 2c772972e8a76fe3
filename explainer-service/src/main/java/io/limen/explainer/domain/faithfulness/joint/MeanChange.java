package io.limen.explainer.domain.faithfulness.joint;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A mean change of the region's Dice.
 *
 * @param points percentage points
 * @param interval its 95 % interval; empty where all draws came out alike, which is no proof that others would
 */
public record MeanChange(double points, Optional<Interval> interval) {

    private static final double TAIL = 0.025;

    /** Sums of equal draws differ from a multiple of them in the last digits. */
    private static final double ROUNDING = 1e-12;

    /** @param low at most the value */
    public record Interval(double low, double high) {

        public Interval {
            if (!(low <= high)) {
                throw new IllegalArgumentException("Interval: " + low + ".." + high);
            }
        }
    }

    public MeanChange {
        if (!(points >= -100 && points <= 100)) {
            throw new IllegalArgumentException("MeanChange: " + points);
        }
    }

    /** Of independent draws, two or more: Student's t interval (1908). */
    static MeanChange of(double[] draws) {
        double mean = mean(draws);
        double variance = varianceOfMean(draws, mean);
        return around(mean, variance, draws.length - 1.0, Math.abs(mean));
    }

    /** Of the means of two independent samples, the first less the second: Welch's interval (1947). */
    static MeanChange difference(double[] first, double[] second) {
        double meanOfFirst = mean(first);
        double meanOfSecond = mean(second);
        double one = varianceOfMean(first, meanOfFirst);
        double other = varianceOfMean(second, meanOfSecond);
        double sum = one + other;
        double freedom = sum * sum / (one * one / (first.length - 1) + other * other / (second.length - 1));
        double difference = meanOfFirst - meanOfSecond;
        return around(difference, sum, freedom, Math.max(Math.abs(meanOfFirst), Math.abs(meanOfSecond)));
    }

    private static MeanChange around(double mean, double variance, double freedom, double scale) {
        double error = Math.sqrt(variance);
        if (!(error > ROUNDING * scale)) {
            return new MeanChange(mean, Optional.empty());
        }
        double reach = TDistribution.of(freedom).inverseSurvivalProbability(TAIL) * error;
        return new MeanChange(
                mean, Optional.of(new Interval(Math.max(-100, mean - reach), Math.min(100, mean + reach))));
    }

    private static double mean(double[] draws) {
        return Arrays.stream(draws).sum() / draws.length;
    }

    private static double varianceOfMean(double[] draws, double mean) {
        double squares = 0;
        for (double draw : draws) {
            squares += (draw - mean) * (draw - mean);
        }
        return squares / (draws.length - 1) / draws.length;
    }
}
