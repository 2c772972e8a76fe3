package io.limen.explainer.domain.load;

import java.time.Duration;

/**
 * How many cases come a second: of two readings of a counter the difference by the time between, in a mean that forgets with a
 * time constant, x' = x + (1 - exp(-dt/c)) (difference/dt - x).
 *
 * @param perSecond cases a second, 0 or more
 * @param known whether two readings were made
 */
public record ArrivalRate(double perSecond, boolean known) {

    /** Before the second reading. */
    public static final ArrivalRate UNKNOWN = new ArrivalRate(0, false);

    /**
     * The rate after one more reading.
     *
     * @param arrivals cases that came since the reading before, 0 or more
     * @param since how long ago that was, more than 0
     * @param constant time constant, more than 0
     */
    public ArrivalRate after(long arrivals, Duration since, Duration constant) {
        double seconds = since.toNanos() / 1e9;
        if (arrivals < 0 || !(seconds > 0) || constant.isNegative() || constant.isZero()) {
            throw new IllegalArgumentException("ArrivalRate: " + arrivals + " in " + since + ", constant " + constant);
        }
        double newest = arrivals / seconds;
        double weight = known ? -Math.expm1(-since.toNanos() / (double) constant.toNanos()) : 1;
        return new ArrivalRate(perSecond + weight * (newest - perSecond), true);
    }
}
