package io.limen.producer.adapter.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.producer.application.BadInput;
import io.limen.schemas.AuditEntry;
import io.limen.schemas.SegmentationResult;
import io.limen.schemas.SingleObjectSerde;
import io.opentelemetry.api.trace.TracerProvider;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AwaitedBrokerTest {

    private final MockProducer<String, SegmentationResult> results = new MockProducer<>(
            true,
            null,
            new StringSerializer(),
            SingleObjectSerde.segmentationResult().serializer());
    private final MockProducer<String, AuditEntry> audit = new MockProducer<>(
            true, null, new StringSerializer(), SingleObjectSerde.auditEntry().serializer());
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answered = new CountDownLatch(1);

    private AwaitedBroker broker(Supplier<BrokerConnection> connect) {
        return new AwaitedBroker(connect, TracerProvider.noop().get("test"));
    }

    private BrokerConnection slowly() {
        asked.countDown();
        try {
            answered.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return new BrokerConnection(results, audit);
    }

    @Test
    void closingDoesNotWaitForBrokersThatAreSlowToAnswerAndLeavesNothingOpen() throws Exception {
        AwaitedBroker broker = broker(this::slowly);
        CompletableFuture<Optional<String>> reaching = CompletableFuture.supplyAsync(broker::reach);
        asked.await();

        CompletableFuture.runAsync(broker::close).get(10, TimeUnit.SECONDS);
        assertFalse(reaching.isDone(), "closed while it was still connecting");
        answered.countDown();

        assertEquals(Optional.of("closed before a broker was reached"), reaching.get());
        assertFalse(broker.isReached());
        assertTrue(results.closed() && audit.closed());
    }

    @Test
    void whatIsReachedIsClosedAndWhatIsNotIsTold() {
        answered.countDown();
        AwaitedBroker away = broker(() -> {
            throw new BadInput("no broker answers");
        });
        assertEquals(Optional.of("no broker answers"), away.reach());
        assertFalse(away.isReached());

        AwaitedBroker broker = broker(this::slowly);
        assertEquals(Optional.empty(), broker.reach());
        assertTrue(broker.isReached());
        broker.close();

        assertTrue(results.closed() && audit.closed());
    }
}
