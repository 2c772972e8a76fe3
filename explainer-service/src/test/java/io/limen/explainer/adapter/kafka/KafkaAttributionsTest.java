package io.limen.explainer.adapter.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.application.stream.Attributions.RefusedException;
import io.limen.explainer.application.stream.StreamUnavailableException;
import io.limen.schemas.Attribution;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.Topic;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class KafkaAttributionsTest {

    private final MockProducer<byte[], byte[]> producer = producer(true);

    private static MockProducer<byte[], byte[]> producer(boolean acknowledgesAtOnce) {
        return new MockProducer<>(acknowledgesAtOnce, null, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static KafkaAttributions attributions(MockProducer<byte[], byte[]> producer) {
        return new KafkaAttributions(new AcknowledgedSender(() -> producer), SampleAttribution.ENGINE);
    }

    @Test
    void anAttributionIsKeyedByModelAndVersion() throws RefusedException {
        attributions(producer).publish(SampleAttribution.full());

        ProducerRecord<byte[], byte[]> sent = producer.history().get(0);
        assertEquals(Topic.ATTRIBUTIONS.topicName(), sent.topic());
        assertEquals("unet@3", new String(sent.key(), StandardCharsets.UTF_8));
        Attribution attribution = SingleObjectSerde.attribution().decode(sent.value());
        assertEquals("case-1", attribution.getCaseId());
    }

    @Test
    void publishingEndsWithTheAcknowledgement() throws ExecutionException, InterruptedException {
        MockProducer<byte[], byte[]> slow = producer(false);
        CompletableFuture<Void> published = CompletableFuture.runAsync(() -> publish(slow));
        while (slow.history().isEmpty()) {
            Thread.onSpinWait();
        }
        assertFalse(published.isDone());

        assertTrue(slow.completeNext());

        published.get();
    }

    @Test
    void aRecordThatIsNotAcknowledgedIsAPassingFault() {
        MockProducer<byte[], byte[]> slow = producer(false);
        CompletableFuture<Void> published = CompletableFuture.runAsync(() -> publish(slow));
        while (!slow.errorNext(new TimeoutException("no broker"))) {
            Thread.onSpinWait();
        }
        CompletionException failed = assertThrows(CompletionException.class, published::join);
        assertEquals(
                "can't publish to attributions: no broker", failed.getCause().getMessage());
    }

    @Test
    void aLackOfPermissionIsAFaultOfTheInfrastructure() {
        producer.sendException = new ClusterAuthorizationException("not allowed");
        assertThrows(
                StreamUnavailableException.class, () -> attributions(producer).publish(SampleAttribution.full()));
    }

    @Test
    void anAttributionThatIsTooLargeIsRefused() {
        producer.sendException = new RecordTooLargeException("too large");
        RefusedException refused = assertThrows(
                RefusedException.class, () -> attributions(producer).publish(SampleAttribution.full()));
        assertTrue(refused.getMessage().startsWith("the attribution has "), refused.getMessage());
    }

    @Test
    void anInterruptedWaitIsAPassingFaultAndTheFlagStays() {
        MockProducer<byte[], byte[]> slow = producer(false);
        Thread.currentThread().interrupt();
        assertThrows(StreamUnavailableException.class, () -> attributions(slow).publish(SampleAttribution.full()));
        assertTrue(Thread.interrupted());
    }

    private static void publish(MockProducer<byte[], byte[]> producer) {
        try {
            attributions(producer).publish(SampleAttribution.full());
        } catch (RefusedException e) {
            assertInstanceOf(RuntimeException.class, e);
        }
    }
}
