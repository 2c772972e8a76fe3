package io.limen.aggregator.domain.comparison;

import io.limen.aggregator.domain.statistics.RunningMoments;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/** Intervals for means and for differences of means, in the unit of the numbers; cost O(1). */
public final class MeanInterval {

    private MeanInterval() {}

    /**
     * For a mean, or for a mean of paired differences: mean +- t(n - 1) s / sqrt(n) (Student 1908).
     *
     * @param confidence in (0,1)
     * @return empty below two numbers; a point where all are the same
     */
    public static Optional<Interval> student(RunningMoments sample, double confidence) {
        if (sample.count() < 2) {
            return Optional.empty();
        }
        double error = Math.sqrt(errorSquared(sample));
        return Optional.of(around(sample.mean(), error, sample.count() - 1.0, confidence));
    }

    /**
     * For the mean of the second less that of the first, whatever their variances: standard error sqrt(s1^2 / n1 + s2^2 / n2), degrees
     * of freedom after Satterthwaite (Welch 1947, eq. 28).
     *
     * @param confidence in (0,1)
     * @return empty where one has fewer than two numbers; a point where no number of either differs from the others
     */
    public static Optional<Interval> welch(RunningMoments first, RunningMoments second, double confidence) {
        if (first.count() < 2 || second.count() < 2) {
            return Optional.empty();
        }
        double one = errorSquared(first);
        double other = errorSquared(second);
        // squared before the division, tiny variances would be 0
        double share = one + other > 0 ? one / (one + other) : 0.5;
        double freedom =
                1 / (share * share / (first.count() - 1.0) + (1 - share) * (1 - share) / (second.count() - 1.0));
        return Optional.of(around(second.mean() - first.mean(), Math.sqrt(one + other), freedom, confidence));
    }

    private static double errorSquared(RunningMoments sample) {
        return sample.variance().orElseThrow() / sample.count();
    }

    private static Interval around(double middle, double error, double freedom, double confidence) {
        double reach = error == 0
                ? 0
                : TDistribution.of(freedom).inverseCumulativeProbability(Interval.upperQuantile(confidence)) * error;
        return new Interval(middle - reach, middle + reach);
    }
}
