package io.limen.producer.adapter.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.limen.producer.application.Delivery;
import io.limen.producer.domain.deployment.Deployment;
import io.limen.producer.domain.deployment.ModelVersion;
import io.limen.producer.domain.identity.CaseId;
import io.limen.producer.domain.identity.Sha256;
import io.limen.producer.domain.identity.StudyPseudonym;
import io.limen.producer.domain.result.CaseImage;
import io.limen.producer.domain.result.CaseMasks;
import io.limen.producer.domain.result.SegmentedCase;
import io.limen.schemas.ImageReference;
import io.limen.schemas.InlineImage;
import io.limen.schemas.SegmentationResult;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.TraceHeaders;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KafkaSegmentationResultsTest {

    @RegisterExtension
    static final OpenTelemetryExtension otel = OpenTelemetryExtension.create();

    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final byte[] IMAGE = {1, 2, 3};
    private static final byte[] TRUTH = {4, 5};

    private final MockProducer<String, SegmentationResult> broker = new MockProducer<>(
            false,
            null,
            new StringSerializer(),
            SingleObjectSerde.segmentationResult().serializer());
    private final KafkaSegmentationResults results =
            new KafkaSegmentationResults(broker, otel.getOpenTelemetry().getTracer("test"));
    private final List<Delivery> told = new ArrayList<>();

    @Test
    void aCaseBecomesARecordUnderItsId() {
        results.publish(segmentedCase(new CaseImage.Inline(IMAGE)), told::add);

        ProducerRecord<String, SegmentationResult> sent = broker.history().get(0);
        assertEquals("segmentation-results", sent.topic());
        assertEquals("case-1", sent.key());
        assertEquals(TIME.toEpochMilli(), sent.timestamp());
        SegmentationResult result = sent.value();
        assertEquals("case-1", result.getCaseId());
        assertEquals("study-1", result.getStudyId());
        assertEquals("north", result.getSite());
        assertEquals("unet", result.getModel());
        assertEquals("2", result.getModelVersion());
        assertEquals(new InlineImage(ByteBuffer.wrap(IMAGE)), result.getImage());
        assertNull(result.getMask());
        assertEquals(ByteBuffer.wrap(TRUTH), result.getGroundTruth());
        assertEquals(0, result.getTargetClass());
        assertNull(result.getRegion());
        assertEquals(TIME, result.getSegmentedAt());
        assertEquals(Map.of("source", "folder"), result.getAttributes());
    }

    @Test
    void aTraceBeginsWithTheCase() {
        results.publish(segmentedCase(new CaseImage.Inline(IMAGE)), told::add);
        assertEquals(List.of(), otel.getSpans(), "it lasts until the broker has the case");
        broker.completeNext();

        SpanData span = otel.getSpans().get(0);
        SpanContext sent = Span.fromContext(
                        TraceHeaders.read(broker.history().get(0).headers()))
                .getSpanContext();
        assertEquals(span.getTraceId(), sent.getTraceId());
        assertEquals(span.getSpanId(), sent.getSpanId());
        assertEquals(StatusCode.UNSET, span.getStatus().getStatusCode());
    }

    @Test
    void aCaseThatIsRefusedIsAnErrorOfItsTrace() {
        results.publish(segmentedCase(new CaseImage.Inline(IMAGE)), told::add);
        broker.errorNext(new RecordTooLargeException("1 MiB"));
        assertEquals(StatusCode.ERROR, otel.getSpans().get(0).getStatus().getStatusCode());
    }

    @Test
    void aLargeImageTravelsByReference() {
        Sha256 sha256 = Sha256.of("image");

        results.publish(segmentedCase(new CaseImage.Referenced(URI.create("file:///store/a.png"), sha256)), told::add);

        assertEquals(
                new ImageReference("file:///store/a.png", sha256.hex()),
                broker.history().get(0).value().getImage());
    }

    @Test
    void deliveryIsToldOnceTheBrokerHasIt() {
        results.publish(segmentedCase(new CaseImage.Inline(IMAGE)), told::add);
        List<Delivery> before = List.copyOf(told);

        broker.completeNext();

        assertEquals(List.of(), before);
        assertEquals(List.of(new Delivery.Delivered()), told);
    }

    @Test
    void aRecordThatIsTooLargeIsRefused() {
        results.publish(segmentedCase(new CaseImage.Inline(IMAGE)), told::add);

        broker.errorNext(new RecordTooLargeException("1 MiB"));

        assertEquals(List.of(new Delivery.Refused("the broker does not take it: 1 MiB")), told);
    }

    @Test
    void aBrokerThatDoesNotAnswerIsLost() {
        results.publish(segmentedCase(new CaseImage.Inline(IMAGE)), told::add);

        broker.errorNext(new TimeoutException("120000 ms"));

        assertEquals(List.of(new Delivery.BrokerLost("the broker no longer takes cases: no answer in time")), told);
    }

    @Test
    void aClosedProducerIsToldAndNotRaised() {
        broker.close();

        results.publish(segmentedCase(new CaseImage.Inline(IMAGE)), told::add);

        assertInstanceOf(Delivery.BrokerLost.class, told.get(0));
    }

    @Test
    void recordsAreAcknowledgedByAllAndWrittenOnce() {
        Map<String, Object> settings = BrokerConnection.settings("localhost:9092");

        assertEquals("all", settings.get("acks"));
        assertEquals(true, settings.get("enable.idempotence"));
    }

    private static SegmentedCase segmentedCase(CaseImage image) {
        return new SegmentedCase(
                new CaseId("case-1"),
                new StudyPseudonym("study-1"),
                new Deployment(new ModelVersion("unet", "2"), "north"),
                image,
                new CaseMasks(Optional.empty(), Optional.of(TRUTH)),
                TIME,
                Map.of("source", "folder"));
    }
}
