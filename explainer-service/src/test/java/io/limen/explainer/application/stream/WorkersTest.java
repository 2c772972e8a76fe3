package io.limen.explainer.application.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WorkersTest {

    private static final Backoff AT_ONCE = new Backoff(Duration.ofNanos(1), Duration.ofNanos(1));
    private static final Duration LONG = Duration.ofSeconds(20);

    private final StopSignal stop = new StopSignal();
    private final StopSignal queueIsEmpty = new StopSignal();
    private final FakeAttributions attributions = new FakeAttributions();
    private final FakeTrials trials = new FakeTrials();

    private Workers workers(FakeQueue queue, HalfBrightModel model) {
        return new Workers(
                1,
                () -> new CaseWorker(
                        () -> queue,
                        new Quarantine(Cases.explainer(model), trials, stop),
                        attributions,
                        new CountedMetrics(),
                        Cases.CLOCK,
                        AT_ONCE,
                        stop),
                stop);
    }

    @Test
    void theRunningCaseEndsWithinTheGrace() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        FakeQueue queue = new FakeQueue(queueIsEmpty, Cases.good("a"), Cases.good("b"));
        Workers workers = workers(queue, new HalfBrightModel(() -> {
            running.countDown();
            awaitUninterrupted(goOn);
        }));
        workers.start();
        running.await();
        stop.request();
        goOn.countDown();

        assertTrue(workers.drain(LONG));

        assertEquals(List.of("accepted a"), queue.outcomes);
        assertTrue(queue.closed);
    }

    @Test
    void aCaseThatOutlastsTheGraceIsInterruptedBetweenBatchesAndGivenBack() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        FakeQueue queue = new FakeQueue(queueIsEmpty, Cases.good("a"));
        Workers workers = workers(queue, new HalfBrightModel(() -> {
            running.countDown();
            awaitInterruption();
        }));
        workers.start();
        running.await();

        assertTrue(workers.drain(Duration.ofMillis(1)));

        assertEquals(List.of("released a"), queue.outcomes);
        assertEquals(List.of(), attributions.published);
    }

    @Test
    void aWorkerThatEndsByAFaultIsNamed() throws InterruptedException {
        CountDownLatch died = new CountDownLatch(1);
        Workers workers = new Workers(
                1,
                () -> new CaseWorker(
                        () -> {
                            Thread.currentThread().setUncaughtExceptionHandler((thread, error) -> died.countDown());
                            throw new IllegalStateException("a bug");
                        },
                        new Quarantine(Cases.explainer(new HalfBrightModel()), trials, stop),
                        attributions,
                        new CountedMetrics(),
                        Cases.CLOCK,
                        AT_ONCE,
                        stop),
                stop);
        assertEquals(List.of(), workers.dead());
        workers.start();
        died.await();
        while (workers.dead().isEmpty()) {
            Thread.onSpinWait();
        }
        assertEquals(List.of("case-worker-0"), workers.dead());
    }

    @Test
    void drainingSaysSo() {
        Workers workers = workers(new FakeQueue(queueIsEmpty), new HalfBrightModel());
        assertEquals(List.of(), workers.obstacles());
        stop.request();
        assertEquals(List.of("shutting down"), workers.obstacles());
        assertEquals(List.of(), workers.dead());
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** As a forward pass: it does not end by an interrupt, but the flag stays. */
    private static void awaitInterruption() {
        while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
    }
}
