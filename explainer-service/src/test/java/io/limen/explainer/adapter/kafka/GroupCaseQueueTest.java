package io.limen.explainer.adapter.kafka;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.application.stream.CaseQueue;
import io.limen.explainer.application.stream.Delivery;
import io.limen.explainer.application.stream.Rejection;
import io.limen.explainer.application.stream.SourceRecord;
import io.limen.explainer.application.stream.StreamUnavailableException;
import io.limen.schemas.RejectionHeader;
import io.limen.schemas.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.internals.AutoOffsetResetStrategy;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GroupCaseQueueTest {

    private static final TopicPartition PARTITION = new TopicPartition(Topic.SEGMENTATION_RESULTS.topicName(), 2);
    private static final byte[] KEY = {1};
    private static final Duration NO_TIME = Duration.ZERO;
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>(AutoOffsetResetStrategy.EARLIEST.name());
    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final ConsumerGroup group =
            new ConsumerGroup(() -> consumer, new AcknowledgedSender(() -> producer), 1, LONGEST);
    private CaseQueue queue;

    @BeforeEach
    void openQueue() {
        queue = group.open();
        consumer.rebalance(List.of(PARTITION));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
    }

    private Delivery take(long offset, byte[] value) {
        consumer.addRecord(new ConsumerRecord<>(PARTITION.topic(), PARTITION.partition(), offset, KEY, value));
        return queue.take(NO_TIME).orElseThrow();
    }

    private Delivery takeGood(long offset) {
        return take(offset, CaseRecords.encoded(CaseRecords.full().build()));
    }

    private OffsetAndMetadata committed() {
        return consumer.committed(Set.of(PARTITION)).get(PARTITION);
    }

    private static String header(ProducerRecord<byte[], byte[]> letter, RejectionHeader header) {
        return new String(letter.headers().lastHeader(header.key()).value(), StandardCharsets.UTF_8);
    }

    @Test
    void aCaseIsCommittedWhenItIsAcceptedAndNotBefore() {
        Delivery delivery = takeGood(0);
        assertInstanceOf(Delivery.Content.Readable.class, delivery.content());
        assertEquals(0, committed().offset());

        queue.accept(delivery);

        assertEquals(1, committed().offset());
    }

    @Test
    void aCaseSaysWhereItLies() {
        queue.accept(takeGood(0));

        assertEquals(
                Optional.of(new SourceRecord(PARTITION.partition(), 1)),
                takeGood(1).lies());
    }

    @Test
    void nothingComesWhereNothingIs() {
        assertTrue(queue.take(NO_TIME).isEmpty());
    }

    @Test
    void aReleasedCaseComesAgain() {
        Delivery first = takeGood(0);
        assertEquals(1, consumer.position(PARTITION));

        queue.release(first);

        assertEquals(0, consumer.position(PARTITION));
        assertEquals(0, committed().offset());
    }

    @Test
    void aCaseThatWasBegunAndNeverFinishedSaysHowOften() {
        Delivery first = takeGood(0);
        consumer.seek(PARTITION, 0);
        Delivery second = takeGood(0);
        queue.release(second);
        Delivery secondAgain = takeGood(0);
        queue.accept(secondAgain);
        Delivery next = takeGood(1);

        assertEquals(
                List.of(1, 2, 2, 1), List.of(first.number(), second.number(), secondAgain.number(), next.number()));
    }

    @Test
    void aCaseWhosePartitionMovesIsNotBlamedForIt() {
        takeGood(0);

        consumer.rebalance(List.of());
        consumer.rebalance(List.of(PARTITION));

        assertEquals(
                new AttemptMarker(0, 0),
                AttemptMarker.parse(committed().metadata()).orElseThrow());
    }

    @Test
    void aCaseThatIsDoneAfterItsPartitionHasMovedIsLeftToTheNewOwner() {
        Delivery delivery = takeGood(0);
        consumer.rebalance(List.of());

        queue.accept(delivery);

        consumer.rebalance(List.of(PARTITION));
        assertEquals(0, committed().offset());
    }

    @Test
    void nothingElseComesWhileACaseIsInHand() {
        takeGood(0);

        assertEquals(Set.of(PARTITION), consumer.paused());
    }

    @Test
    void whoStandsByPollsAndTakesNothingNotEvenOfAPartitionThatComesMeanwhile() {
        TopicPartition another = new TopicPartition(PARTITION.topic(), 3);
        AtomicBoolean polled = new AtomicBoolean();
        consumer.addRecord(new ConsumerRecord<>(PARTITION.topic(), PARTITION.partition(), 0, KEY, new byte[1]));
        consumer.schedulePollTask(() -> {
            polled.set(true);
            consumer.rebalance(List.of(PARTITION, another));
            consumer.updateBeginningOffsets(Map.of(PARTITION, 0L, another, 0L));
            consumer.addRecord(new ConsumerRecord<>(another.topic(), another.partition(), 0, KEY, new byte[1]));
        });

        queue.standBy();

        assertTrue(polled.get());
        assertEquals(Set.of(PARTITION, another), consumer.paused());
        assertEquals(0, consumer.position(another));
        assertTrue(queue.take(NO_TIME).isPresent());
    }

    @Test
    void aReleasedCaseOfALostPartitionIsLeftToItsNewOwner() {
        Delivery delivery = takeGood(0);
        consumer.rebalance(List.of());

        queue.release(delivery);

        assertTrue(consumer.assignment().isEmpty());
    }

    @Test
    void aRejectedCaseIsKeptAsItCameWithTheReasonAndThenCommitted() {
        byte[] value = {9, 9, 9};
        Delivery delivery = take(0, value);

        queue.reject(delivery, Rejection.failed("no image"));

        ProducerRecord<byte[], byte[]> letter = producer.history().get(0);
        assertEquals(Topic.SEGMENTATION_RESULTS_REJECTED.topicName(), letter.topic());
        assertArrayEquals(KEY, letter.key());
        assertArrayEquals(value, letter.value());
        assertEquals("no image", header(letter, RejectionHeader.REASON));
        assertEquals("segmentation-results", header(letter, RejectionHeader.TOPIC));
        assertEquals("2", header(letter, RejectionHeader.PARTITION));
        assertEquals("0", header(letter, RejectionHeader.OFFSET));
        assertEquals("failed", header(letter, RejectionHeader.OUTCOME));
        assertEquals("1", header(letter, RejectionHeader.DELIVERIES));
        assertEquals(1, committed().offset());
    }

    @Test
    void aRejectionThatIsNotKeptIsNotCommitted() {
        Delivery delivery = take(0, new byte[1]);
        producer.sendException = new TimeoutException("no broker");

        assertThrows(StreamUnavailableException.class, () -> queue.reject(delivery, Rejection.failed("no image")));

        assertEquals(0, committed().offset());
    }

    @Test
    void aRecordThatNoLongerFitsWithItsReasonIsNamedWithoutItsBytes() {
        MockProducer<byte[], byte[]> narrow = refusing(outgoing -> outgoing.value() != null);
        Delivery delivery = take(0, new byte[1]);

        new DeadLetters(new AcknowledgedSender(() -> narrow))
                .keep((ConsumedRecord) delivery, Rejection.failed("no image"));

        assertEquals(1, narrow.history().size());
        assertNull(narrow.history().get(0).value());
        assertEquals("0", header(narrow.history().get(0), RejectionHeader.OFFSET));
    }

    private static MockProducer<byte[], byte[]> refusing(Predicate<ProducerRecord<byte[], byte[]>> tooLarge) {
        return new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer()) {
            @Override
            public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> outgoing) {
                if (tooLarge.test(outgoing)) {
                    throw new RecordTooLargeException("too large");
                }
                return super.send(outgoing);
            }
        };
    }

    private void reject(MockProducer<byte[], byte[]> narrow, String... headers) {
        queue = new ConsumerGroup(() -> consumer, new AcknowledgedSender(() -> narrow), 1, LONGEST).open();
        consumer.rebalance(List.of(PARTITION));
        Delivery delivery = take(0, new byte[1]);
        for (String header : headers) {
            ((ConsumedRecord) delivery).source().headers().add(header, new byte[9]);
        }
        queue.reject(delivery, Rejection.failed("no image"));
    }

    @Test
    void aRecordWhoseKeyIsTooLargeIsNamedWithoutIt() {
        MockProducer<byte[], byte[]> narrow = refusing(outgoing -> outgoing.key() != null);

        reject(narrow);

        ProducerRecord<byte[], byte[]> letter = narrow.history().get(0);
        assertNull(letter.key());
        assertNull(letter.value());
        assertEquals("no image", header(letter, RejectionHeader.REASON));
        assertEquals("0", header(letter, RejectionHeader.OFFSET));
        assertEquals(1, committed().offset());
    }

    @Test
    void aRecordWhoseHeadersAreTooLargeIsNamedWithoutThem() {
        MockProducer<byte[], byte[]> narrow =
                refusing(outgoing -> outgoing.headers().lastHeader("large") != null);

        reject(narrow, "large");

        // all but the probability, which only a case that lost its lot has
        assertEquals(
                RejectionHeader.values().length - 1,
                narrow.history().get(0).headers().toArray().length);
        assertEquals(1, committed().offset());
    }

    @Test
    void aRecordThatCantBeKeptAtAllStopsNobody() {
        MockProducer<byte[], byte[]> none = refusing(outgoing -> true);

        reject(none);

        assertTrue(none.history().isEmpty());
        assertEquals(1, committed().offset());
    }

    @Test
    void aProducerThatIsClosedAlreadyIsNoReasonToGiveARecordUp() {
        Delivery delivery = take(0, new byte[1]);
        producer.close();

        assertThrows(StreamUnavailableException.class, () -> queue.reject(delivery, Rejection.failed("no image")));

        assertEquals(0, committed().offset());
    }

    @Test
    void aCommitThatTheGroupRefusesIsNoFault() {
        AtomicBoolean goneOn = new AtomicBoolean();
        MockConsumer<byte[], byte[]> fenced = new MockConsumer<>(AutoOffsetResetStrategy.EARLIEST.name()) {
            @Override
            public synchronized void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets) {
                if (goneOn.get()) {
                    throw new CommitFailedException("the group went on");
                }
                super.commitSync(offsets);
            }
        };
        CaseQueue other = new ConsumerGroup(() -> fenced, new AcknowledgedSender(() -> producer), 1, LONGEST).open();
        fenced.rebalance(List.of(PARTITION));
        fenced.updateBeginningOffsets(Map.of(PARTITION, 0L));
        fenced.addRecord(new ConsumerRecord<>(PARTITION.topic(), PARTITION.partition(), 0, KEY, new byte[1]));
        Delivery delivery = other.take(NO_TIME).orElseThrow();
        goneOn.set(true);

        other.accept(delivery);

        assertEquals(0, fenced.committed(Set.of(PARTITION)).get(PARTITION).offset());
    }

    @Test
    void aPartitionThatWentAwayAndCameBackDuringACaseIsNotSetBack() {
        Delivery delivery = takeGood(0);
        consumer.rebalance(List.of());
        consumer.rebalance(List.of(PARTITION));
        consumer.commitSync(Map.of(PARTITION, new OffsetAndMetadata(5)));

        queue.accept(delivery);

        assertEquals(5, committed().offset());
    }

    @Test
    void aCaseThatIsGivenBackDoesNotSetAPartitionBackThatCameBack() {
        Delivery delivery = takeGood(0);
        consumer.rebalance(List.of());
        consumer.rebalance(List.of(PARTITION));
        consumer.seek(PARTITION, 5);

        queue.release(delivery);

        assertEquals(5, consumer.position(PARTITION));
    }

    @Test
    void aRecordThatTheClientCantReadIsPassedAndKeptByItsCoordinates() {
        consumer.seek(PARTITION, 7);
        consumer.setPollException(new KafkaException(
                "Received exception when fetching the next record from segmentation-results-2.",
                new KafkaException(
                        "Record batch for partition segmentation-results-2 at offset 6 is invalid, cause: corrupt")));
        Delivery damaged = queue.take(NO_TIME).orElseThrow();
        assertInstanceOf(Delivery.Content.Unreadable.class, damaged.content());

        queue.reject(damaged, Rejection.failed("damaged"));

        assertEquals("7", header(producer.history().get(0), RejectionHeader.OFFSET));
        assertEquals("2", header(producer.history().get(0), RejectionHeader.PARTITION));
        assertEquals(8, committed().offset());
        assertEquals(8, consumer.position(PARTITION));
    }

    @Test
    void aBrokerThatIsAwayIsSaid() {
        consumer.setPollException(new KafkaException("away"));
        StreamUnavailableException away = assertThrows(StreamUnavailableException.class, () -> queue.take(NO_TIME));
        assertEquals("can't take from segmentation-results: away", away.getMessage());
    }

    @Test
    void aMemberHasJoinedWhenTheGroupSaysSo() {
        assertEquals(List.of("0 of 1 workers have joined the consumer group"), group.obstacles());
        queue.take(NO_TIME);
        assertEquals(List.of(), group.obstacles());
        queue.close();
        assertEquals(List.of("0 of 1 workers have joined the consumer group"), group.obstacles());
    }

    @Test
    void anInterruptedWorkerStillGivesBackAndLeaves() {
        Delivery delivery = takeGood(0);
        Thread.currentThread().interrupt();
        queue.release(delivery);
        queue.close();
        assertTrue(Thread.interrupted());
        assertTrue(consumer.closed());
    }

    @Test
    void aBrokersNameThatCantBeResolvedIsAPassingFault() {
        ConsumerGroup unresolved = new ConsumerGroup(
                () -> {
                    throw new KafkaException("Failed to construct", new IllegalStateException("no such host"));
                },
                new AcknowledgedSender(() -> producer),
                1,
                LONGEST);
        StreamUnavailableException away = assertThrows(StreamUnavailableException.class, unresolved::open);
        assertEquals("can't join the consumer group: no such host", away.getMessage());
    }
}
