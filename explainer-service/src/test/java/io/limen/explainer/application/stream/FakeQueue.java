package io.limen.explainer.application.stream;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Hands out what it was given, remembers every outcome, and raises the signal when nothing is left. */
final class FakeQueue implements CaseQueue {

    final List<String> outcomes = new ArrayList<>();
    int failingTakes;
    int failingRejections;
    boolean closed;

    private final Deque<Delivery> waiting = new ArrayDeque<>();
    private final StopSignal stop;
    private final CountDownLatch stoodBy = new CountDownLatch(1);

    FakeQueue(StopSignal stop, Delivery... deliveries) {
        this.stop = stop;
        waiting.addAll(List.of(deliveries));
    }

    @Override
    public Optional<Delivery> take(Duration atMost) {
        if (failingTakes-- > 0) {
            throw new StreamUnavailableException("away", new IllegalStateException());
        }
        if (waiting.isEmpty()) {
            stop.request();
            return Optional.empty();
        }
        return Optional.of(waiting.remove());
    }

    @Override
    public void standBy() {
        stoodBy.countDown();
    }

    @Override
    public void accept(Delivery delivery) {
        outcomes.add("accepted " + name(delivery));
    }

    @Override
    public void reject(Delivery delivery, Rejection rejection) {
        if (failingRejections-- > 0) {
            throw new StreamUnavailableException("away", new IllegalStateException());
        }
        outcomes.add(rejection.outcome().label() + " " + name(delivery) + ": " + rejection.reason());
    }

    @Override
    public void release(Delivery delivery) {
        outcomes.add("released " + name(delivery));
        waiting.addFirst(delivery);
    }

    @Override
    public void close() {
        closed = true;
    }

    /** Whether its worker stands by, or does so soon. */
    boolean isStoodBy() {
        try {
            return stoodBy.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static String name(Delivery delivery) {
        return delivery.content() instanceof Delivery.Content.Readable readable
                ? readable.subject().identity().caseId()
                : "?";
    }
}
