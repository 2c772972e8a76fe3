package io.limen.explainer.adapter.kafka;

import io.limen.explainer.application.stream.CaseQueue;
import io.opentelemetry.api.trace.Tracer;

/** Opens queues whose cases are traced. */
public final class TracedSource implements CaseQueue.Source {

    private final CaseQueue.Source source;
    private final Tracer tracer;

    public TracedSource(WorkGroup source, Tracer tracer) {
        this.source = source;
        this.tracer = tracer;
    }

    @Override
    public CaseQueue open() {
        return new TracedCaseQueue(source.open(), tracer);
    }
}
