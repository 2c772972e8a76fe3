package io.limen.producer.adapter.http;

import io.limen.producer.application.AuditLog;
import io.limen.producer.application.Delivery;
import io.limen.producer.application.PublishRun;
import io.limen.producer.application.SegmentationResults;
import io.limen.producer.domain.result.SegmentedCase;
import io.opentelemetry.api.trace.Span;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Takes cases and records, or holds its answers back. */
@Alternative
@Priority(1)
@Singleton
public class FakeBroker implements SegmentationResults, AuditLog {

    private final List<SegmentedCase> cases = new CopyOnWriteArrayList<>();
    private final List<PublishRun> runs = new CopyOnWriteArrayList<>();
    private final List<String> traces = new CopyOnWriteArrayList<>();
    private final LinkedBlockingQueue<Consumer<Delivery>> held = new LinkedBlockingQueue<>();
    private volatile boolean holding;
    private volatile Delivery answer = new Delivery.Delivered();

    @Override
    public void publish(SegmentedCase segmentedCase, Consumer<Delivery> told) {
        cases.add(segmentedCase);
        traces.add(Span.current().getSpanContext().getTraceId());
        if (holding) {
            held.add(told);
        } else {
            told.accept(answer);
        }
    }

    @Override
    public void flush() {}

    @Override
    public Optional<String> append(PublishRun run) {
        runs.add(run);
        return Optional.empty();
    }

    public void clear() {
        cases.clear();
        runs.clear();
        traces.clear();
        held.clear();
        holding = false;
        answer = new Delivery.Delivered();
    }

    public List<SegmentedCase> cases() {
        return cases;
    }

    /** The trace that each case is to be a part of. */
    public List<String> traces() {
        return traces;
    }

    public List<PublishRun> runs() {
        return runs;
    }

    public void answers(Delivery delivery) {
        answer = delivery;
    }

    /** From now on nothing is acknowledged but by {@link #release}. */
    public void hold() {
        holding = true;
    }

    /** Waits for a case and acknowledges it. */
    public void release() throws InterruptedException {
        Consumer<Delivery> told = held.poll(30, TimeUnit.SECONDS);
        if (told == null) {
            throw new AssertionError("no case has come");
        }
        told.accept(answer);
    }

    /** Waits until so many cases wait for their acknowledgement. */
    public void await(int waiting) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (held.size() < waiting) {
            if (System.nanoTime() > end) {
                throw new AssertionError("only " + held.size() + " cases have come");
            }
            Thread.onSpinWait();
        }
    }
}
