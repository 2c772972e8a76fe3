package io.limen.schemas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.api.trace.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class TracingTest {

    @Test
    void withoutAnEndpointNothingIsRecorded() {
        try (Tracing tracing = Tracing.open("limen-test", Map.of())) {
            Span span = tracing.tracer().spanBuilder("explain").startSpan();
            assertFalse(span.isRecording());
            assertFalse(span.getSpanContext().isValid());
        }
    }

    @Test
    void spansAreToldToTheCollectorUnderTheServicesName() throws IOException {
        List<String> told = new CopyOnWriteArrayList<>();
        HttpServer collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/", exchange -> {
            told.add(exchange.getRequestURI() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        try {
            String endpoint = "http://127.0.0.1:" + collector.getAddress().getPort();
            try (Tracing tracing = Tracing.open("limen-test", Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint))) {
                tracing.tracer().spanBuilder("explain case").startSpan().end();
            }
        } finally {
            collector.stop(0);
        }
        assertEquals(1, told.size(), "told when it is closed");
        assertTrue(told.get(0).startsWith("/v1/traces "));
        assertTrue(told.get(0).contains("limen-test") && told.get(0).contains("explain case"));
    }
}
