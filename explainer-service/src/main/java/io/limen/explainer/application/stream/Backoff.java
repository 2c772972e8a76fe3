package io.limen.explainer.application.stream;

import java.time.Duration;

/**
 * How long to wait before trying again: doubles from the first to the longest wait.
 *
 * @param first wait after the first failure, more than 0
 * @param longest no wait is longer, at least first
 */
public record Backoff(Duration first, Duration longest) {

    /** More doublings than any wait needs, few enough not to overflow. */
    private static final int MAX_DOUBLINGS = 30;

    public Backoff {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("Backoff: " + first + " to " + longest);
        }
    }

    /** The wait after so many failures in a row, 1 or more. */
    public Duration after(int failures) {
        Duration wait = first.multipliedBy(1L << Math.min(Math.max(failures - 1, 0), MAX_DOUBLINGS));
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}
