package io.limen.explainer.adapter.kafka;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Does what the broker wants to see again and again while a worker is busy with a case, in a thread of its own. Ends by
 * itself when the case takes longer than the longest may: a worker that is stuck must not keep its case for ever.
 */
final class Upkeep implements AutoCloseable {

    private final Duration longestCase;
    private final Runnable task;
    private final ScheduledThreadPoolExecutor schedule = new ScheduledThreadPoolExecutor(1, work -> {
        Thread thread = new Thread(work, "case-upkeep");
        thread.setDaemon(true);
        return thread;
    });
    private ScheduledFuture<?> running;

    /** @param task must do no harm when it runs once more after {@link #end} */
    Upkeep(Duration longestCase, Runnable task) {
        this.longestCase = longestCase;
        this.task = task;
        schedule.setRemoveOnCancelPolicy(true);
    }

    /** A case is in hand from now on. */
    synchronized void begin(Duration period) {
        end();
        long deadline = System.nanoTime() + longestCase.toNanos();
        running = schedule.scheduleWithFixedDelay(
                new Undeterred(() -> {
                    if (System.nanoTime() < deadline) {
                        task.run();
                    }
                }),
                period.toMillis(),
                period.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** None is in hand any more; a run that has begun is not interrupted. */
    synchronized void end() {
        if (running != null) {
            running.cancel(false);
            running = null;
        }
    }

    /** Whether a case is in hand. */
    synchronized boolean running() {
        return running != null;
    }

    @Override
    public void close() {
        schedule.shutdown();
    }
}
