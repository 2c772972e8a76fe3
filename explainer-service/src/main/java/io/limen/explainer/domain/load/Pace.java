package io.limen.explainer.domain.load;

import java.util.OptionalDouble;

/**
 * How long explanations take: means that forget, each new value counts a fifth.
 *
 * @param wholeSeconds of explanations that had all the time that the settings allow; empty before the first
 * @param recentSeconds of the recent ones, whatever they were given; empty before the first
 */
public record Pace(OptionalDouble wholeSeconds, OptionalDouble recentSeconds) {

    /** Nothing was explained yet. */
    public static final Pace UNKNOWN = new Pace(OptionalDouble.empty(), OptionalDouble.empty());

    private static final double SHARE_OF_THE_NEWEST = 0.2;

    /**
     * The pace after one more explanation. One that had a part of the time says how long it takes at least: it may raise the
     * mean and never lowers it. Those that end in the part would else stand for those that do not, which would then get less,
     * and fewer would end in it, without a floor.
     *
     * @param seconds what it took, more than 0
     * @param whole whether it had all the time that the settings allow
     */
    public Pace after(double seconds, boolean whole) {
        if (!(seconds > 0 && seconds < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("seconds: " + seconds);
        }
        boolean tells = whole || seconds > wholeSeconds.orElse(Double.POSITIVE_INFINITY);
        return new Pace(tells ? mean(wholeSeconds, seconds) : wholeSeconds, mean(recentSeconds, seconds));
    }

    private static OptionalDouble mean(OptionalDouble before, double newest) {
        double old = before.orElse(newest);
        return OptionalDouble.of(old + (newest - old) * SHARE_OF_THE_NEWEST);
    }
}
