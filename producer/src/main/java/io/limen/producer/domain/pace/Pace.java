package io.limen.producer.domain.pace;

import java.time.Duration;

/**
 * When each case is due.
 *
 * @param casesPerSecond over 0; infinite: as fast as they can be read and sent
 */
public record Pace(double casesPerSecond) {

    /** As fast as possible. */
    public static final Pace UNLIMITED = new Pace(Double.POSITIVE_INFINITY);

    public Pace {
        if (!(casesPerSecond > 0)) {
            throw new IllegalArgumentException("cases per second: " + casesPerSecond);
        }
    }

    /** How long after the start the case with this index, from 0, is due. */
    public Duration due(int index) {
        return Duration.ofNanos((long) (index / casesPerSecond * 1e9));
    }
}
