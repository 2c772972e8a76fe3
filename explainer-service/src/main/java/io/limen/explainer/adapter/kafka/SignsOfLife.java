package io.limen.explainer.adapter.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Signs of life of other processes as they were read last. One that does not change for some time is that of a process which
 * is no more; no clocks are compared. Only time in which we looked counts: while we stood still ourselves, or could not read,
 * signs may have come and gone. Knows only those that are waited for. Safe for use by several threads.
 */
final class SignsOfLife {

    /** As often at the least a sign is read before its process is taken for gone. */
    private static final int LEAST_LOOKS = 10;

    private final Duration silence;
    private final LongSupplier nanoTime;
    private final Map<String, Sign> seen = new ConcurrentHashMap<>();

    /**
     * @param line what was read last
     * @param readAt when that was, nanoseconds of this process
     * @param same for how long we have seen it like that, nanoseconds
     */
    private record Sign(String line, long readAt, long same) {

        Sign readAgain(long now, long mostBetweenLooks) {
            return new Sign(line, now, same + Math.min(now - readAt, mostBetweenLooks));
        }
    }

    /**
     * @param silence how long a sign stays the same whose process is gone
     * @param nanoTime as of {@link System#nanoTime}
     */
    SignsOfLife(Duration silence, LongSupplier nanoTime) {
        this.silence = silence;
        this.nanoTime = nanoTime;
    }

    /** Whether it has been the same for so long. */
    boolean hasEnded(String group, String line) {
        long now = nanoTime.getAsLong();
        long mostBetweenLooks = silence.toNanos() / LEAST_LOOKS;
        Sign sign = seen.compute(
                group,
                (name, before) -> before != null && before.line().equals(line)
                        ? before.readAgain(now, mostBetweenLooks)
                        : new Sign(line, now, 0));
        return sign.same() >= silence.toNanos();
    }

    /** Nobody waits for it any more, or it could not be read. */
    void forget(String group) {
        seen.remove(group);
    }

    /** How many are waited for. */
    int size() {
        return seen.size();
    }
}
