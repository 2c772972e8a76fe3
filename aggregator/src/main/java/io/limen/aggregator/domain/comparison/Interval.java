package io.limen.aggregator.domain.comparison;

/**
 * A confidence interval.
 *
 * @param low its lower end, finite
 * @param high its upper end, finite, not below the lower one
 */
public record Interval(double low, double high) {

    public Interval {
        if (!(low <= high && Double.isFinite(low) && Double.isFinite(high))) {
            throw new IllegalArgumentException("Interval: " + low + " to " + high);
        }
    }

    /** Half of what is outside, for a quantile on either side. */
    static double upperQuantile(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence: " + confidence);
        }
        return (1 + confidence) / 2;
    }
}
