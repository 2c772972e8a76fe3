package io.limen.explainer.application.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that work, one {@link CaseWorker} each. When drained, no thread is left inside a forward pass: the process
 * may end then and not before, for native code does not survive the end of the machine around it.
 */
public final class Workers implements StreamStatus {

    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

    /** A batch in the model can't be cancelled; one that takes longer than this is stuck. */
    public static final Duration LONGEST_BATCH = Duration.ofSeconds(30);

    private final StopSignal stop;
    private final List<CaseWorker> workers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    /**
     * @param count threads, 1 or more
     * @param maker makes a worker that heeds the signal
     */
    public Workers(int count, Supplier<CaseWorker> maker, StopSignal stop) {
        if (count < 1) {
            throw new IllegalArgumentException("Workers: " + count);
        }
        this.stop = stop;
        for (int i = 0; i < count; i++) {
            CaseWorker worker = maker.get();
            Thread thread = new Thread(worker, "case-worker-" + i);
            thread.setDaemon(true);
            thread.setUncaughtExceptionHandler(
                    (dead, error) -> LOG.error("{} ended by a fault", dead.getName(), error));
            workers.add(worker);
            threads.add(thread);
        }
    }

    /** Starts every thread; to be called once. */
    public void start() {
        threads.forEach(Thread::start);
    }

    /** Names of the threads that ended without being asked to: the process should be replaced. */
    public List<String> dead() {
        if (stop.requested()) {
            return List.of();
        }
        return threads.stream()
                .filter(thread -> thread.getState() == Thread.State.TERMINATED)
                .map(Thread::getName)
                .toList();
    }

    @Override
    public List<String> obstacles() {
        if (stop.requested()) {
            return List.of("shutting down");
        }
        return workers.stream()
                .flatMap(worker -> worker.obstacles().stream())
                .distinct()
                .toList();
    }

    /**
     * Takes no further case, lets the running ones end within the grace, then interrupts them and waits for their batch.
     *
     * @return whether every thread has ended
     */
    public boolean drain(Duration grace) {
        stop.request();
        if (joinAll(grace)) {
            return true;
        }
        stop.abandonRunning();
        threads.forEach(Thread::interrupt);
        return joinAll(LONGEST_BATCH);
    }

    private boolean joinAll(Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        boolean ended = true;
        for (Thread thread : threads) {
            ended &= join(thread, deadline);
        }
        return ended;
    }

    private static boolean join(Thread thread, long deadline) {
        try {
            // join(0) would wait for ever
            thread.join(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }
}
