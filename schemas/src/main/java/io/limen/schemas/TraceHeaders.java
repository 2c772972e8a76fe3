package io.limen.schemas;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * How the trace of a case travels with its records, from the segmentation to the alert: W3C Trace Context in the headers
 * traceparent and tracestate.
 */
public final class TraceHeaders {

    private static final TextMapPropagator W3C = W3CTraceContextPropagator.getInstance();
    private static final String PARENT = "traceparent";

    /** The least that the W3C asks everybody to pass on; more is not read. */
    private static final int MOST_BYTES = 512;

    private static final TextMapGetter<Headers> GETTER = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Headers headers) {
            return StreamSupport.stream(headers.spliterator(), false)
                    .map(Header::key)
                    .toList();
        }

        @Override
        public String get(Headers headers, String key) {
            Header header = headers.lastHeader(key);
            return header == null || header.value() == null || header.value().length > MOST_BYTES
                    ? null
                    : new String(header.value(), StandardCharsets.US_ASCII);
        }
    };

    private TraceHeaders() {}

    /** The trace that a record belongs to; a context without one when it has none, or none that can be read. */
    public static Context read(Headers headers) {
        return W3C.extract(Context.root(), headers, GETTER);
    }

    /** Makes a record one of the context's trace, in place of any that it was of. */
    public static void write(Context context, Headers headers) {
        fields().forEach(headers::remove);
        W3C.inject(context, headers, (to, key, value) -> to.add(key, value.getBytes(StandardCharsets.US_ASCII)));
    }

    /** The context as the one line of the header traceparent, if it has a trace. */
    public static Optional<String> line(Context context) {
        Headers headers = new RecordHeaders();
        write(context, headers);
        return Optional.ofNullable(GETTER.get(headers, PARENT));
    }

    /** The trace that {@link #line} told. */
    public static Context ofLine(String line) {
        return read(new RecordHeaders().add(PARENT, line.getBytes(StandardCharsets.US_ASCII)));
    }

    private static Collection<String> fields() {
        return W3C.fields();
    }
}
