package io.limen.aggregator.adapter.dashboard.access;

import java.time.Duration;
import java.time.Instant;

/** So many in a minute: as many at once, and then one whenever its share of the minute is over. Safe for several threads. */
final class Allowance {

    private final int perMinute;
    private double left;
    private Instant last;

    Allowance(int perMinute, Instant now) {
        if (perMinute < 1) {
            throw new IllegalArgumentException("Allowance: " + perMinute + " a minute");
        }
        this.perMinute = perMinute;
        this.left = perMinute;
        this.last = now;
    }

    /** Takes one if there is one. */
    synchronized boolean take(Instant now) {
        if (now.isAfter(last)) {
            double minutes = Duration.between(last, now).toMillis() / 60_000.0;
            left = Math.min(perMinute, left + minutes * perMinute);
            last = now;
        }
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }

    /** Seconds until there is one, rounded up. */
    synchronized long secondsToWait() {
        return (long) Math.ceil(Math.max(0, 1 - left) * 60 / perMinute);
    }
}
