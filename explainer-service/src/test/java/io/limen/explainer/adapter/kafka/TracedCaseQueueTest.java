package io.limen.explainer.adapter.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.application.stream.Attributions.RefusedException;
import io.limen.explainer.application.stream.CaseQueue;
import io.limen.explainer.application.stream.Delivery;
import io.limen.explainer.application.stream.Rejection;
import io.limen.explainer.application.stream.StreamUnavailableException;
import io.limen.schemas.TraceHeaders;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TracedCaseQueueTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("limen.case.outcome");

    @RegisterExtension
    static final OpenTelemetryExtension otel = OpenTelemetryExtension.create();

    private final HandedOut records = new HandedOut();
    private final TracedCaseQueue queue =
            new TracedCaseQueue(records, otel.getOpenTelemetry().getTracer("test"));

    @AfterEach
    void nothingStaysCurrent() {
        assertFalse(Span.current().getSpanContext().isValid());
    }

    private Delivery takeOneOfTheTrace() {
        ConsumerRecord<byte[], byte[]> source = new ConsumerRecord<>("segmentation-results", 1, 7, null, new byte[0]);
        TraceHeaders.write(TraceHeaders.ofLine("00-" + TRACE + "-00f067aa0ba902b7-01"), source.headers());
        records.waiting.add(ConsumedRecord.read(source, new Delivery.Content.Unreadable("empty"), 2));
        return queue.take(Duration.ZERO).orElseThrow();
    }

    private static SpanData only() {
        assertEquals(1, otel.getSpans().size());
        return otel.getSpans().get(0);
    }

    @Test
    void anAttributionIsOfTheTraceOfItsCase() throws RefusedException {
        MockProducer<byte[], byte[]> producer =
                new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
        Delivery delivery = takeOneOfTheTrace();
        new KafkaAttributions(new AcknowledgedSender(() -> producer), SampleAttribution.ENGINE)
                .publish(SampleAttribution.full());
        queue.accept(delivery);

        Headers headers = producer.history().get(0).headers();
        Span of = Span.fromContext(TraceHeaders.read(headers));
        assertEquals(TRACE, of.getSpanContext().getTraceId());
        assertEquals(only().getSpanId(), of.getSpanContext().getSpanId());
        assertEquals("00f067aa0ba902b7", only().getParentSpanId());
        assertEquals("explained", only().getAttributes().get(OUTCOME));
    }

    @Test
    void aRejectedCaseIsAnErrorOnceItIsKept() {
        Delivery delivery = takeOneOfTheTrace();
        records.failures = 1;
        Rejection rejection = Rejection.failed("no such model");
        assertThrows(StreamUnavailableException.class, () -> queue.reject(delivery, rejection));
        assertEquals(0, otel.getSpans().size(), "it is tried again");
        queue.reject(delivery, rejection);
        assertEquals(StatusCode.ERROR, only().getStatus().getStatusCode());
        assertEquals("no such model", only().getStatus().getDescription());
        assertEquals(rejection.outcome().label(), only().getAttributes().get(OUTCOME));
    }

    @Test
    void aCaseThatIsGivenBackOrLeftEndsItsSpan() {
        queue.release(takeOneOfTheTrace());
        takeOneOfTheTrace();
        queue.close();
        assertEquals(2, otel.getSpans().size());
        assertEquals("released", otel.getSpans().get(0).getAttributes().get(OUTCOME));
        assertEquals("left", otel.getSpans().get(1).getAttributes().get(OUTCOME));
    }

    @Test
    void noCaseIsNoSpan() {
        assertTrue(queue.take(Duration.ZERO).isEmpty());
        queue.close();
        assertEquals(0, otel.getSpans().size());
    }

    /** Hands out what is waiting; keeping a dead letter fails as often as it is told to. */
    private static final class HandedOut implements CaseQueue {

        private final Deque<Delivery> waiting = new ArrayDeque<>();
        private int failures;

        @Override
        public Optional<Delivery> take(Duration atMost) {
            return Optional.ofNullable(waiting.poll());
        }

        @Override
        public void standBy() {}

        @Override
        public void accept(Delivery delivery) {}

        @Override
        public void reject(Delivery delivery, Rejection rejection) {
            if (failures-- > 0) {
                throw new StreamUnavailableException("no broker", null);
            }
        }

        @Override
        public void release(Delivery delivery) {}

        @Override
        public void close() {}
    }
}
