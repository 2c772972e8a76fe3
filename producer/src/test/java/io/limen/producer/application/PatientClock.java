package io.limen.producer.application;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that moves only when somebody waits; the user stops after a number of waits. */
final class PatientClock implements InstantSource, Interruption {

    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Instant now = START;
    private int waitsLeft;

    PatientClock(int waitsLeft) {
        this.waitsLeft = waitsLeft;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public boolean wanted() {
        return waitsLeft <= 0;
    }

    @Override
    public void await(Duration duration) {
        now = now.plus(duration);
        waitsLeft--;
    }
}
