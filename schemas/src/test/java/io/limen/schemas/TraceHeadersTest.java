package io.limen.schemas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceHeadersTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String LINE = "00-" + TRACE + "-00f067aa0ba902b7-01";

    private static Headers headers(String key, String value) {
        return new RecordHeaders().add(key, value.getBytes(StandardCharsets.UTF_8));
    }

    private static SpanContext span(Context context) {
        return Span.fromContext(context).getSpanContext();
    }

    @Test
    void aTraceIsReadAndWrittenAsTheW3cSays() {
        Context context = TraceHeaders.read(headers("traceparent", LINE));
        assertEquals(TRACE, span(context).getTraceId());
        Headers written = new RecordHeaders();
        TraceHeaders.write(context, written);
        assertEquals(LINE, new String(written.lastHeader("traceparent").value(), StandardCharsets.UTF_8));
        assertEquals(Optional.of(LINE), TraceHeaders.line(context));
        assertEquals(TRACE, span(TraceHeaders.ofLine(LINE)).getTraceId());
    }

    /** Without a collector no span is told, and the trace goes on all the same. */
    @Test
    void aSpanThatIsToldToNobodyPassesItsTraceOn() {
        Span span = OpenTelemetry.noop()
                .getTracer("test")
                .spanBuilder("explain")
                .setParent(TraceHeaders.read(headers("traceparent", LINE)))
                .startSpan();
        assertEquals(Optional.of(LINE), TraceHeaders.line(Context.root().with(span)));
    }

    @Test
    void whatARecordWasOfBeforeIsReplaced() {
        Headers headers = headers("traceparent", "00-" + "1".repeat(32) + "-" + "2".repeat(16) + "-01");
        headers.add("tracestate", "old=1".getBytes(StandardCharsets.UTF_8));
        headers.add("other", new byte[] {1});
        TraceHeaders.write(TraceHeaders.ofLine(LINE), headers);
        assertEquals(LINE, new String(headers.lastHeader("traceparent").value(), StandardCharsets.UTF_8));
        assertNull(headers.lastHeader("tracestate"));
        assertEquals(2, headers.toArray().length);
        TraceHeaders.write(Context.root(), headers);
        assertNull(headers.lastHeader("traceparent"), "no trace leaves none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "00-zz-zz-01",
                "00-00000000000000000000000000000000-0000000000000000-01",
                "\n\u001b[31m"
            })
    void whatIsNoTraceIsNone(String hostile) {
        assertFalse(span(TraceHeaders.read(headers("traceparent", hostile))).isValid());
    }

    @Test
    void aHeaderOfMoreThanTheW3cAsksForIsNotRead() {
        assertFalse(span(TraceHeaders.read(headers("traceparent", LINE + "x".repeat(1_000_000))))
                .isValid());
        Headers headers = headers("traceparent", LINE);
        headers.add("tracestate", "a=".concat("b".repeat(100_000)).getBytes(StandardCharsets.UTF_8));
        Context context = TraceHeaders.read(headers);
        assertTrue(span(context).isValid());
        assertTrue(span(context).getTraceState().isEmpty());
    }
}
