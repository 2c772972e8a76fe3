package io.limen.producer.bootstrap;

import io.limen.producer.application.Interruption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C and SIGTERM: asks the command to stop, and gives it time to flush and to say how far it came. */
final class StopSignal implements Interruption {

    /** Less than the ten seconds after which container runtimes kill. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final CountDownLatch wanted = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final List<Runnable> actions = new ArrayList<>();

    /** Listens from now on. */
    void install() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop-signal"));
    }

    /** What the signal does. */
    void stop() {
        wanted.countDown();
        act();
        wait(ended, PATIENCE);
    }

    /** Each action once; nobody who comes later waits for those before. */
    private void act() {
        List<Runnable> due;
        synchronized (actions) {
            due = List.copyOf(actions);
            actions.clear();
        }
        due.forEach(Runnable::run);
    }

    @Override
    public void whenWanted(Runnable action) {
        synchronized (actions) {
            actions.add(action);
        }
        if (wanted()) {
            act();
        }
    }

    /** The command has ended: the process may go. */
    void commandEnded() {
        ended.countDown();
    }

    @Override
    public boolean wanted() {
        return wanted.getCount() == 0;
    }

    @Override
    public void await(Duration duration) {
        wait(wanted, duration);
    }

    private static void wait(CountDownLatch latch, Duration duration) {
        try {
            boolean reached = latch.await(duration.toNanos(), TimeUnit.NANOSECONDS);
            assert reached || !duration.isNegative();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
