package io.limen.explainer.adapter.kafka;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.application.stream.CaseQueue;
import io.limen.explainer.application.stream.CaseWorker;
import io.limen.explainer.application.stream.Delivery;
import io.limen.explainer.application.stream.Rejection;
import io.limen.explainer.application.stream.SourceRecord;
import io.limen.explainer.application.stream.StreamUnavailableException;
import io.limen.schemas.RejectionHeader;
import io.limen.schemas.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockShareConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicIdPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.CorruptRecordException;
import org.apache.kafka.common.errors.InvalidRecordStateException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class ShareCaseQueueTest {

    private static final Duration NO_TIME = Duration.ZERO;
    private static final String TOPIC = Topic.SEGMENTATION_RESULTS.topicName();

    private final RecordingConsumer consumer = new RecordingConsumer();
    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final AcknowledgedSender sender = new AcknowledgedSender(() -> producer);
    private final CaseQueue queue = queue(sender);

    private CaseQueue queue(AcknowledgedSender through) {
        return new ShareCaseQueue(
                consumer,
                new CaseRecordMapper(),
                new DeadLetters(through),
                new LastDeliveries(new Requeue(through), () -> 5),
                Duration.ofMinutes(1));
    }

    /** Remembers what was acknowledged, and refuses what it is told to. */
    private static final class RecordingConsumer extends MockShareConsumer<byte[], byte[]> {

        final List<AcknowledgeType> outcomes = new ArrayList<>();
        boolean refusing;
        boolean closed;
        boolean away;
        KafkaException failure;
        long lockedAndUnreadable = -1;
        Optional<Integer> lockMillis = Optional.empty();
        final CountDownLatch renewed = new CountDownLatch(1);

        @Override
        public synchronized void acknowledge(ConsumerRecord<byte[], byte[]> record, AcknowledgeType type) {
            outcomes.add(type);
            if (type == AcknowledgeType.RENEW) {
                renewed.countDown();
            }
        }

        @Override
        public synchronized Optional<Integer> acquisitionLockTimeoutMs() {
            return lockMillis;
        }

        @Override
        public synchronized void acknowledge(String topic, int partition, long offset, AcknowledgeType type) {
            if (offset != lockedAndUnreadable) {
                throw new IllegalStateException("The record cannot be acknowledged.");
            }
            outcomes.add(type);
        }

        @Override
        public synchronized Map<TopicIdPartition, Optional<KafkaException>> commitSync(Duration timeout) {
            Map<TopicIdPartition, Optional<KafkaException>> answers = new HashMap<>();
            answers.put(
                    new TopicIdPartition(Uuid.ZERO_UUID, 0, TOPIC),
                    refusing ? Optional.of(new InvalidRecordStateException("the lock is lost")) : Optional.empty());
            return answers;
        }

        @Override
        public synchronized org.apache.kafka.clients.consumer.ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
            if (away) {
                throw new KafkaException("away");
            }
            if (failure != null) {
                throw failure;
            }
            return super.poll(timeout);
        }

        @Override
        public synchronized void close(Duration timeout) {
            closed = true;
        }
    }

    private Delivery take(int number) {
        offer(number, new RecordHeaders());
        return queue.take(NO_TIME).orElseThrow();
    }

    private void offer(int number, RecordHeaders headers) {
        consumer.addRecord(new ConsumerRecord<>(
                TOPIC,
                0,
                7L,
                0L,
                TimestampType.CREATE_TIME,
                1,
                1,
                new byte[] {1},
                CaseRecords.encoded(CaseRecords.full().build()),
                headers,
                Optional.empty(),
                Optional.of((short) number)));
    }

    @Test
    void aCaseSaysWhereItLies() {
        assertEquals(Optional.of(new SourceRecord(0, 7)), take(1).lies());
    }

    @Test
    void aCaseIsAcceptedOnce() {
        Delivery delivery = take(1);
        assertEquals(List.of(), consumer.outcomes);

        queue.accept(delivery);
        queue.accept(delivery);

        assertEquals(List.of(AcknowledgeType.ACCEPT), consumer.outcomes);
    }

    @Test
    void theBrokersCountIsTheDeliverysNumber() {
        assertEquals(3, take(3).number());
    }

    @Test
    void aRejectedCaseIsRejectedAfterItsLetterIsSafe() {
        Delivery delivery = take(1);
        producer.sendException = new TimeoutException("no broker");
        assertThrows(StreamUnavailableException.class, () -> queue.reject(delivery, Rejection.failed("no image")));
        assertEquals(List.of(), consumer.outcomes);

        producer.sendException = null;
        queue.reject(delivery, Rejection.failed("no image"));

        assertEquals(List.of(AcknowledgeType.REJECT), consumer.outcomes);
        assertEquals(1, producer.history().size());
    }

    @Test
    void aReleasedCaseWaitsHereSinceEveryReleaseWouldCount() {
        Delivery delivery = take(1);

        queue.release(delivery);

        assertEquals(Optional.of(delivery), queue.take(NO_TIME));
        assertEquals(List.of(), consumer.outcomes);
    }

    @Test
    void aCaseThatIsReleasedForLongGoesToAnotherButNotBeforeItsWorkerHasAVerdict() {
        Delivery delivery = take(1);
        for (int i = 1; i <= CaseWorker.MAX_POSTPONEMENTS; i++) {
            queue.release(delivery);
            assertEquals(Optional.of(delivery), queue.take(NO_TIME));
        }

        queue.release(delivery);

        assertEquals(Optional.empty(), queue.take(NO_TIME));
        assertEquals(List.of(AcknowledgeType.RELEASE), consumer.outcomes);
    }

    @Test
    void whatWaitsIsReleasedWhenTheWorkerLeaves() {
        queue.release(take(1));
        Thread.currentThread().interrupt();

        queue.close();

        assertTrue(Thread.interrupted());
        assertEquals(List.of(AcknowledgeType.RELEASE), consumer.outcomes);
        assertTrue(consumer.closed);
        assertEquals(List.of(), producer.history());
    }

    @Test
    void aRecordWithOneDeliveryLeftIsPutAtTheEndBeforeTheBrokerDropsIt() {
        offer(4, new RecordHeaders());

        assertEquals(Optional.empty(), queue.take(NO_TIME));

        assertEquals(List.of(AcknowledgeType.ACCEPT), consumer.outcomes);
        ProducerRecord<byte[], byte[]> copy = producer.history().get(0);
        assertEquals(TOPIC, copy.topic());
        assertArrayEquals(new byte[] {1}, copy.key());
        assertEquals(
                "partition 0 offset 7 deliveries 4",
                new String(copy.headers().lastHeader("limen.case.origin").value(), StandardCharsets.UTF_8));
    }

    @Test
    void aCopyGoesOnCountingAndACopyOfItHasTheSameOrigin() {
        RecordHeaders headers = new RecordHeaders();
        new CaseOrigin(3, 11, 4).writeTo(headers);
        offer(1, headers);
        ConsumedRecord copy = (ConsumedRecord) queue.take(NO_TIME).orElseThrow();
        assertEquals(5, copy.number());
        queue.accept(copy);

        offer(4, headers);
        queue.take(NO_TIME);

        CaseOrigin origin = CaseOrigin.of(new ConsumerRecord<>(
                TOPIC,
                0,
                0,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                null,
                null,
                producer.history().get(0).headers(),
                Optional.empty()));
        assertEquals(new CaseOrigin(3, 11, 8), origin);
    }

    @Test
    void anOriginThatWeHaveNotWrittenIsNone() {
        RecordHeaders headers = new RecordHeaders();
        headers.add(
                "limen.case.origin", "partition -1 offset x deliveries 99999999999".getBytes(StandardCharsets.UTF_8));
        offer(1, headers);

        assertEquals(1, queue.take(NO_TIME).orElseThrow().number());
    }

    @Test
    void anOriginThatACopyThereCanNotHaveIsNone() {
        for (CaseOrigin impossible :
                List.of(new CaseOrigin(0, 7, 4), new CaseOrigin(0, 8, 4), new CaseOrigin(0, 6, 1))) {
            RecordHeaders headers = new RecordHeaders();
            impossible.writeTo(headers);
            offer(1, headers);
            Delivery taken = queue.take(NO_TIME).orElseThrow();
            assertEquals(1, taken.number(), impossible::toString);
            queue.accept(taken);
        }
    }

    @Test
    void aRecordThatCantBePutAtTheEndIsExplainedAfterAll() {
        producer.sendException = new TimeoutException("no broker");

        assertEquals(4, take(4).number());

        assertEquals(List.of(), consumer.outcomes);
    }

    @Test
    void aCopyThatIsLongInComingToItsTopicKeepsNoLockFromBeingRenewed() {
        AtomicBoolean renewedMeanwhile = new AtomicBoolean();
        MockProducer<byte[], byte[]> slow =
                new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer()) {
                    @Override
                    public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> outgoing) {
                        renewedMeanwhile.set(happens(consumer.renewed));
                        return super.send(outgoing);
                    }
                };
        CaseQueue patient = queue(new AcknowledgedSender(() -> slow));
        consumer.lockMillis = Optional.of(30);
        offer(4, new RecordHeaders());

        patient.take(NO_TIME);
        patient.close();

        assertTrue(renewedMeanwhile.get());
    }

    private static boolean happens(CountDownLatch event) {
        try {
            return event.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aRecordThatTheClientCantReadIsRejectedWithItsCoordinates() {
        consumer.failure = new CorruptRecordException(
                "Record batch for partition segmentation-results-2 at offset 40 is invalid, cause: Record is corrupt");
        consumer.lockedAndUnreadable = 42;
        Delivery damaged = queue.take(NO_TIME).orElseThrow();
        assertEquals(
                new Delivery.Content.Unreadable("the record can't be read: its batch is damaged (checksum)"),
                damaged.content());

        queue.reject(damaged, Rejection.failed("damaged"));

        assertEquals(List.of(AcknowledgeType.RELEASE, AcknowledgeType.REJECT), consumer.outcomes);
        ProducerRecord<byte[], byte[]> letter = producer.history().get(0);
        assertEquals("2", header(letter, RejectionHeader.PARTITION));
        assertEquals("42", header(letter, RejectionHeader.OFFSET));
        assertEquals("damaged", header(letter, RejectionHeader.REASON));
        assertNull(letter.headers().lastHeader(RejectionHeader.DELIVERIES.key()), "the client does not tell");
    }

    private static String header(ProducerRecord<byte[], byte[]> letter, RejectionHeader header) {
        return new String(letter.headers().lastHeader(header.key()).value(), StandardCharsets.UTF_8);
    }

    @Test
    void anOutcomeThatTheBrokerRefusesIsNoFault() {
        Delivery delivery = take(1);
        consumer.refusing = true;

        queue.accept(delivery);

        assertEquals(Optional.empty(), queue.take(NO_TIME));
    }

    @Test
    void aBrokerThatIsAwayIsSaid() {
        consumer.away = true;
        StreamUnavailableException away = assertThrows(StreamUnavailableException.class, () -> queue.take(NO_TIME));
        assertEquals("can't take from segmentation-results: away", away.getMessage());
    }
}
