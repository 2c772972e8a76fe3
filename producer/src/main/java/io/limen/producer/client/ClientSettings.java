package io.limen.producer.client;

import java.time.Duration;
import java.util.Objects;

/**
 * How a client behaves.
 *
 * @param mostInFlight cases that are on their way, 1 or more; each keeps its image in memory
 * @param whenFull what happens to one more
 * @param patience how long a case is tried while the intake is busy or away
 */
public record ClientSettings(int mostInFlight, WhenFull whenFull, Duration patience) {

    /** A few images of memory, and the caller waits for nothing. */
    public static final ClientSettings DEFAULT = new ClientSettings(8, WhenFull.DROP, Duration.ofMinutes(1));

    public ClientSettings {
        Objects.requireNonNull(whenFull, "whenFull");
        if (mostInFlight < 1 || patience.isNegative()) {
            throw new IllegalArgumentException("ClientSettings: " + mostInFlight + " in flight, " + patience);
        }
    }

    /** What happens to a case when as many as may be are on their way. */
    public enum WhenFull {
        /** It is dropped and counted: the model's own answer waits for nothing. */
        DROP,
        /** Whoever brings it waits. */
        WAIT
    }
}
