package io.limen.producer.adapter.kafka;

import io.limen.producer.application.Delivery;
import io.limen.producer.application.SegmentationResults;
import io.limen.producer.domain.result.SegmentedCase;
import io.limen.schemas.SegmentationResult;
import io.limen.schemas.Topic;
import io.limen.schemas.TraceHeaders;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;

/** Publishes to the topic of segmentation results; key: the case's id, timestamp: when it was segmented. */
public final class KafkaSegmentationResults implements SegmentationResults {

    private final Producer<String, SegmentationResult> producer;
    private final Tracer tracer;

    /**
     * Publishes with a producer that somebody else closes.
     *
     * @param tracer begins the trace of each case
     */
    public KafkaSegmentationResults(Producer<String, SegmentationResult> producer, Tracer tracer) {
        this.producer = Objects.requireNonNull(producer, "producer");
        this.tracer = Objects.requireNonNull(tracer, "tracer");
    }

    @Override
    public void publish(SegmentedCase segmentedCase, Consumer<Delivery> told) {
        var message = new ProducerRecord<>(
                Topic.SEGMENTATION_RESULTS.topicName(),
                null,
                segmentedCase.segmentedAt().toEpochMilli(),
                segmentedCase.id().value(),
                SegmentationResultMapper.toRecord(segmentedCase));
        Span span = tracer.spanBuilder("publish case")
                .setSpanKind(SpanKind.PRODUCER)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.destination.name", message.topic())
                .startSpan();
        TraceHeaders.write(Context.current().with(span), message.headers());
        Consumer<Delivery> traced = delivery -> {
            if (!(delivery instanceof Delivery.Delivered)) {
                span.setStatus(StatusCode.ERROR);
            }
            span.end();
            told.accept(delivery);
        };
        try {
            producer.send(
                    message,
                    (metadata, fault) -> traced.accept(fault == null ? new Delivery.Delivered() : delivery(fault)));
        } catch (KafkaException | IllegalStateException e) {
            traced.accept(delivery(e));
        }
    }

    @Override
    public void flush() {
        producer.flush();
    }

    private static Delivery delivery(Exception fault) {
        if (fault instanceof RecordTooLargeException
                || fault instanceof SerializationException
                || fault instanceof InvalidTimestampException) {
            return new Delivery.Refused("the broker does not take it: " + fault.getMessage());
        }
        String reason = fault instanceof TimeoutException ? "no answer in time" : fault.getMessage();
        return new Delivery.BrokerLost("the broker no longer takes cases: " + reason);
    }
}
