package io.limen.quickstart.domain;

/**
 * Mean and spread of one feature as the aggregator published them, in the feature's unit.
 *
 * @param count explanations in which the feature was defined; mean and spread mean nothing at 0, the spread nothing at 1
 * @param standardDeviation square root of the sample variance, 0 or more
 */
public record Moments(long count, double mean, double standardDeviation) {

    /** A feature that no explanation had. */
    public static final Moments NONE = new Moments(0, 0, 0);

    public Moments {
        if (!(count >= 0 && Double.isFinite(mean) && standardDeviation >= 0)) {
            throw new IllegalArgumentException("Moments: " + count + ", " + mean + ", " + standardDeviation);
        }
    }
}
