package io.limen.producer.adapter.http;

import io.limen.schemas.TraceHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** The trace that a caller's request is of (W3C Trace Context), which what is published on this thread goes on with. */
final class CallersTrace {

    private CallersTrace() {}

    /**
     * Does something as a part of it.
     *
     * @param header the value of a header, or null
     */
    static <T> T within(Function<String, String> header, Supplier<T> work) {
        RecordHeaders headers = new RecordHeaders();
        for (String name : new String[] {"traceparent", "tracestate"}) {
            Optional.ofNullable(header.apply(name))
                    .ifPresent(value -> headers.add(name, value.getBytes(StandardCharsets.US_ASCII)));
        }
        return TraceHeaders.read(headers).wrapSupplier(work).get();
    }
}
