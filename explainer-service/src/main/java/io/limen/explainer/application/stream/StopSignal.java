package io.limen.explainer.application.stream;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells workers to stop: first after the running case, later at once. Raised once, never lowered. */
public final class StopSignal {

    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile boolean abandon;

    /** No further case is taken; the running one ends. */
    public void request() {
        stop.countDown();
    }

    /** The running case is given up, too. */
    public void abandonRunning() {
        abandon = true;
        request();
    }

    public boolean requested() {
        return stop.getCount() == 0;
    }

    /** Whether a case in hand is to be given back. */
    public boolean abandoned() {
        return abandon;
    }

    /** Waits, unless or until the signal is raised or the thread interrupted. */
    public void await(Duration atMost) {
        try {
            stop.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
