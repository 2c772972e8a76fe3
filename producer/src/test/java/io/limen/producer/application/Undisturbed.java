package io.limen.producer.application;

import java.time.Duration;

/** A user who lets everything run. */
public final class Undisturbed implements Interruption {

    @Override
    public boolean wanted() {
        return false;
    }

    @Override
    public void await(Duration duration) {
        // the clock of the tests stands still, and so does the pace
    }
}
