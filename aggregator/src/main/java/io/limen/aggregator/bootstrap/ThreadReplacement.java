package io.limen.aggregator.bootstrap;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Tells a passing fault of a stream thread from a lasting one: {@value #LIMIT} threads are replaced within any
 * minute, and the next fault in that minute is for whoever restarts the process. Safe to use from all stream threads.
 */
final class ThreadReplacement {

    /** Threads replaced within {@link #WINDOW}. */
    static final int LIMIT = 5;

    /** How long a replacement counts. */
    static final Duration WINDOW = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final Deque<Instant> replacedAt = new ArrayDeque<>();

    ThreadReplacement(InstantSource clock) {
        this.clock = clock;
    }

    /** Whether one more thread may be replaced now; a yes counts as a replacement. */
    synchronized boolean permits() {
        Instant now = clock.instant();
        replacedAt.removeIf(at -> !at.plus(WINDOW).isAfter(now));
        if (replacedAt.size() >= LIMIT) {
            return false;
        }
        replacedAt.add(now);
        return true;
    }
}
