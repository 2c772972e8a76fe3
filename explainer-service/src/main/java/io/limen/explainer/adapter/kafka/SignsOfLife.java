package io.limen.explainer.adapter.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Signs of life of other processes as they were read last. One that does not change for some time is that of a process which
 * is no more; no clocks are compared. Knows only those that are waited for. Safe for use by several threads.
 */
final class SignsOfLife {

    private final Duration silence;
    private final LongSupplier nanoTime;
    private final Map<String, Sign> seen = new ConcurrentHashMap<>();

    /** What was read last, and since when it has been the same, nanoseconds of this process. */
    private record Sign(String line, long since) {}

    /**
     * @param silence how long a sign stays the same whose process is gone
     * @param nanoTime as of {@link System#nanoTime}
     */
    SignsOfLife(Duration silence, LongSupplier nanoTime) {
        this.silence = silence;
        this.nanoTime = nanoTime;
    }

    /** Whether it has been the same for so long; once that is said it is forgotten. */
    boolean hasEnded(String group, String line) {
        long now = nanoTime.getAsLong();
        Sign sign = seen.compute(
                group, (same, before) -> before != null && before.line().equals(line) ? before : new Sign(line, now));
        boolean ended = now - sign.since() >= silence.toNanos();
        if (ended) {
            forget(group);
        }
        return ended;
    }

    /** Nobody waits for it any more. */
    void forget(String group) {
        seen.remove(group);
    }

    /** How many are waited for. */
    int size() {
        return seen.size();
    }
}
