package io.limen.aggregator.domain.statistics;

import java.util.OptionalDouble;

/**
 * Count, mean, spread and extremes of the numbers seen so far, in constant memory.
 *
 * <p>One number x (Welford 1962): n' = n + 1, d = x - mean, mean' = mean + d / n', m2' = m2 + d (x - mean'). Two parts
 * (Chan, Golub and LeVeque 1979, eq. 2.1): n = a + b, d = mean_b - mean_a, mean = mean_a + d b / n, m2 = m2_a + m2_b +
 * d^2 a b / n. Both cost O(1) and stay accurate where the sum of squares would cancel.
 *
 * @param count numbers seen, 0 or more
 * @param mean their mean, in their own unit; 0 when there are none
 * @param m2 sum of squared deviations from the mean, unit squared, 0 or more
 * @param min the least; +infinity when there are none
 * @param max the greatest; -infinity when there are none
 */
public record RunningMoments(long count, double mean, double m2, double min, double max) {

    /** Less than two numbers of any two weights are worth, more than one that was seen alone and rounding make. */
    private static final double AT_LEAST_TWO = 1 + 1e-9;

    /** Nothing seen yet. */
    public static final RunningMoments EMPTY =
            new RunningMoments(0, 0, 0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

    /** Of one finite number, so many times. */
    static RunningMoments of(double value, long times) {
        return new RunningMoments(times, value, 0, value, value);
    }

    public RunningMoments {
        if (count < 0 || !Double.isFinite(mean) || !(m2 >= 0 && m2 < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("RunningMoments: count " + count + ", mean " + mean + ", m2 " + m2);
        }
        boolean extremesFit =
                count == 0 ? min == Double.POSITIVE_INFINITY && max == Double.NEGATIVE_INFINITY : min <= max;
        if (!extremesFit) {
            throw new IllegalArgumentException("RunningMoments: count " + count + ", min " + min + ", max " + max);
        }
    }

    /**
     * These numbers and one more.
     *
     * @param value a finite number
     */
    public RunningMoments add(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("value: " + value);
        }
        long n = count + 1;
        double deviation = value - mean;
        double newMean = mean + deviation / n;
        return new RunningMoments(
                n, newMean, m2 + deviation * (value - newMean), Math.min(min, value), Math.max(max, value));
    }

    /** These numbers and the other ones, as if all had been added to one. */
    public RunningMoments merge(RunningMoments other) {
        if (count == 0) {
            return other;
        }
        if (other.count == 0) {
            return this;
        }
        double n = (double) count + other.count;
        double distance = other.mean - mean;
        return new RunningMoments(
                count + other.count,
                mean + distance * (other.count / n),
                m2 + other.m2 + distance * distance * (count * (other.count / n)),
                Math.min(min, other.min),
                Math.max(max, other.max));
    }

    /** Sample variance m2 / (count - 1), unit squared; empty below two numbers. */
    public OptionalDouble variance() {
        return variance(1);
    }

    /**
     * The variance that numbers estimate which stand for several each, m2 / (count - 1 / worth), unit squared: without bias, by
     * sum w - sum w^2 / sum w for weights w. Empty where there is one number only, whatever it stands for.
     *
     * @param worth (sum w) / (sum w^2), in (0,1]; 1 where each stands for itself
     */
    OptionalDouble variance(double worth) {
        return count * worth < AT_LEAST_TWO ? OptionalDouble.empty() : OptionalDouble.of(m2 / (count - 1 / worth));
    }

    /** Sample standard deviation, in the numbers' own unit; empty below two numbers. */
    public OptionalDouble deviation() {
        OptionalDouble variance = variance();
        return variance.isPresent() ? OptionalDouble.of(Math.sqrt(variance.getAsDouble())) : variance;
    }
}
