package io.limen.explainer.domain.load;

import java.util.OptionalDouble;

/**
 * How long explanations take: means that forget, each new value counts a fifth.
 *
 * @param wholeSeconds of explanations that had all the time they wanted; empty before the first
 * @param recentSeconds of the recent ones, whatever they were given; empty before the first
 */
public record Pace(OptionalDouble wholeSeconds, OptionalDouble recentSeconds) {

    /** Nothing was explained yet. */
    public static final Pace UNKNOWN = new Pace(OptionalDouble.empty(), OptionalDouble.empty());

    private static final double SHARE_OF_THE_NEWEST = 0.2;

    /**
     * The pace after one more explanation.
     *
     * @param seconds what it took, more than 0
     * @param whole whether it ended by itself, or had all that the settings allow
     */
    public Pace after(double seconds, boolean whole) {
        if (!(seconds > 0 && seconds < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("seconds: " + seconds);
        }
        return new Pace(whole ? mean(wholeSeconds, seconds) : wholeSeconds, mean(recentSeconds, seconds));
    }

    private static OptionalDouble mean(OptionalDouble before, double newest) {
        double old = before.orElse(newest);
        return OptionalDouble.of(old + (newest - old) * SHARE_OF_THE_NEWEST);
    }
}
