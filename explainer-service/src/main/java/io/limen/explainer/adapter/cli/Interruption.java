package io.limen.explainer.adapter.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets Ctrl-C end the work between two batches: the process waits until the worker has stepped out of native code (which a
 * process that ends would crash) and has taken its unfinished files away.
 */
final class Interruption implements AutoCloseable {

    /** Longer than any batch takes. */
    private static final long GRACE_SECONDS = 5;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread worker;
    private final Thread hook;
    private volatile boolean requested;

    private Interruption(Thread worker) {
        this.worker = worker;
        this.hook = new Thread(this::interruptWorker, "limen-interruption");
    }

    /** Starts to watch for the end of the process on behalf of this thread. */
    static Interruption ofThisThread() {
        Interruption interruption = new Interruption(Thread.currentThread());
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** Whether the process was told to end. */
    boolean requested() {
        return requested;
    }

    /** The worker is out of native code and its files are whole or gone. */
    @Override
    public void close() {
        finished.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            requested = true;
        }
    }

    /** Interrupts the worker and waits until it is done, or for the longest time a batch takes. */
    void interruptWorker() {
        requested = true;
        worker.interrupt();
        try {
            finished.await(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
