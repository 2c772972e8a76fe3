package io.limen.explainer.adapter.kafka;

import io.limen.explainer.application.stream.CaseQueue;
import io.limen.explainer.application.stream.Delivery;
import io.limen.explainer.application.stream.Rejection;
import io.limen.schemas.TraceHeaders;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.time.Duration;
import java.util.Optional;

/**
 * A queue whose cases each have a span in the trace of their record, from when they are taken to their outcome. It is the
 * thread's current one meanwhile, which is how the attribution comes into the same trace. One thread uses it.
 */
final class TracedCaseQueue implements CaseQueue {

    private final CaseQueue queue;
    private final Tracer tracer;
    private Optional<Open> open = Optional.empty();

    /** A span that is not ended yet, and what makes it no longer the current one. */
    private record Open(Span span, Scope scope) {}

    TracedCaseQueue(CaseQueue queue, Tracer tracer) {
        this.queue = queue;
        this.tracer = tracer;
    }

    @Override
    public Optional<Delivery> take(Duration atMost) {
        Optional<Delivery> taken = queue.take(atMost);
        taken.ifPresent(delivery -> open = Optional.of(begin((ConsumedRecord) delivery)));
        return taken;
    }

    @Override
    public void standBy() {
        queue.standBy();
    }

    private Open begin(ConsumedRecord taken) {
        Context parent = TraceHeaders.read(taken.source().headers());
        Span span = tracer.spanBuilder("explain case")
                .setParent(parent)
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.destination.name", taken.source().topic())
                .setAttribute("limen.case.deliveries", taken.number())
                .startSpan();
        return new Open(span, parent.with(span).makeCurrent());
    }

    @Override
    public void accept(Delivery delivery) {
        try {
            queue.accept(delivery);
        } finally {
            end("explained");
        }
    }

    @Override
    public void reject(Delivery delivery, Rejection rejection) {
        // while the dead letter can't be kept it is tried again, and the span goes on
        queue.reject(delivery, rejection);
        open.ifPresent(begun -> begun.span().setStatus(StatusCode.ERROR, rejection.reason()));
        end(rejection.outcome().label());
    }

    @Override
    public void release(Delivery delivery) {
        try {
            queue.release(delivery);
        } finally {
            end("released");
        }
    }

    @Override
    public void close() {
        try {
            queue.close();
        } finally {
            end("left");
        }
    }

    private void end(String outcome) {
        open.ifPresent(begun -> {
            begun.scope().close();
            begun.span().setAttribute("limen.case.outcome", outcome).end();
        });
        open = Optional.empty();
    }
}
