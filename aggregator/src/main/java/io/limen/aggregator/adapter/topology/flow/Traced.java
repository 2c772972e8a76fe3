package io.limen.aggregator.adapter.topology.flow;

import io.limen.schemas.TraceHeaders;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/**
 * A span around what becomes of a record from here on, in the record's trace. Of its headers the trace alone goes on: what else
 * somebody put there is no business of those downstream.
 */
public final class Traced<K, V> extends ContextualFixedKeyProcessor<K, V, V> {

    private final Tracer tracer;
    private final String name;
    private final SpanKind kind;

    /**
     * Not begun yet.
     *
     * @param name of the span
     */
    public Traced(Tracer tracer, String name, SpanKind kind) {
        this.tracer = tracer;
        this.name = name;
        this.kind = kind;
    }

    @Override
    public void process(FixedKeyRecord<K, V> record) {
        Context parent = TraceHeaders.read(record.headers());
        Span span = tracer.spanBuilder(name).setParent(parent).setSpanKind(kind).startSpan();
        try {
            Headers headers = new RecordHeaders();
            TraceHeaders.write(parent.with(span), headers);
            context().forward(record.withHeaders(headers));
        } catch (RuntimeException e) {
            span.setStatus(StatusCode.ERROR);
            throw e;
        } finally {
            span.end();
        }
    }
}
