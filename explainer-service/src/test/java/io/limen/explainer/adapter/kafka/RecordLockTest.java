package io.limen.explainer.adapter.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.application.stream.Delivery;
import io.limen.schemas.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockShareConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicIdPartition;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.InvalidRecordStateException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class RecordLockTest {

    private static final String TOPIC = Topic.SEGMENTATION_RESULTS.topicName();
    private static final Duration LOCK = Duration.ofSeconds(30);

    private final Client client = new Client();
    private final RecordLock lock = new RecordLock(client);
    private final ConsumedRecord taken =
            ConsumedRecord.read(record(7), new Delivery.Content.Unreadable("of no interest"), 1);

    RecordLockTest() {
        lock.taken(taken);
    }

    private static ConsumerRecord<byte[], byte[]> record(long offset) {
        return new ConsumerRecord<>(TOPIC, 0, offset, null, new byte[0]);
    }

    /** Keeps to what Kafka's client does with a record that is being renewed: it has it back with the answer, or never. */
    private static final class Client extends MockShareConsumer<byte[], byte[]> {

        final List<AcknowledgeType> sent = new ArrayList<>();
        final List<Long> released = new ArrayList<>();
        Duration waited = Duration.ZERO;
        boolean refuses;
        boolean isSilent;
        boolean pollFails;
        boolean inFlight = true;
        boolean renewed;
        Optional<Long> fetchedAhead = Optional.empty();

        @Override
        public synchronized void acknowledge(ConsumerRecord<byte[], byte[]> record, AcknowledgeType type) {
            if (record.offset() != 7) {
                released.add(record.offset());
                return;
            }
            if (!inFlight) {
                throw new IllegalStateException("The record cannot be acknowledged.");
            }
            inFlight = false;
            sent.add(type);
        }

        @Override
        public synchronized Map<TopicIdPartition, Optional<KafkaException>> commitSync(Duration timeout) {
            waited = timeout;
            if (isSilent) {
                throw new TimeoutException("no answer");
            }
            renewed = !refuses && sent.get(sent.size() - 1) == AcknowledgeType.RENEW;
            return Map.of(
                    new TopicIdPartition(Uuid.ZERO_UUID, 0, TOPIC),
                    refuses ? Optional.of(new InvalidRecordStateException("the lock is lost")) : Optional.empty());
        }

        void answerComes() {
            isSilent = false;
            renewed = true;
        }

        @Override
        public synchronized ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
            if (pollFails) {
                throw new KafkaException("told of something else");
            }
            List<ConsumerRecord<byte[], byte[]>> handedOut = new ArrayList<>();
            if (renewed) {
                renewed = false;
                inFlight = true;
                handedOut.add(record(7));
            }
            fetchedAhead.ifPresent(offset -> handedOut.add(record(offset)));
            return new ConsumerRecords<>(Map.of(new TopicPartition(TOPIC, 0), handedOut), Map.of());
        }

        @Override
        public synchronized Optional<Integer> acquisitionLockTimeoutMs() {
            return Optional.of((int) LOCK.toMillis());
        }
    }

    @Test
    void aLockIsRenewedAsOftenAsItIsDueAndThenEnded() {
        lock.renew();
        lock.renew();

        assertTrue(lock.end(taken, AcknowledgeType.ACCEPT));

        assertEquals(List.of(AcknowledgeType.RENEW, AcknowledgeType.RENEW, AcknowledgeType.ACCEPT), client.sent);
    }

    @Test
    void aLockThatTheBrokerDoesNotRenewIsNotHeldAnyMore() {
        client.refuses = true;

        lock.renew();

        assertFalse(lock.holds(taken));
        assertFalse(lock.end(taken, AcknowledgeType.ACCEPT));
        assertEquals(List.of(AcknowledgeType.RENEW), client.sent);
    }

    @Test
    void aRenewalHasUntilTheLockEndsForTheClientAsksAgainMeanwhile() {
        lock.renew();

        assertEquals(LOCK, client.waited.plus(lock.renewalPeriod()));
    }

    @Test
    void aRenewalWithoutAnAnswerDoesNotGiveTheLockUp() {
        client.isSilent = true;
        lock.renew();
        assertTrue(lock.holds(taken));
        client.answerComes();

        lock.renew();
        lock.renew();

        assertEquals(List.of(AcknowledgeType.RENEW, AcknowledgeType.RENEW), client.sent);
        assertTrue(lock.end(taken, AcknowledgeType.ACCEPT));
    }

    @Test
    void aCaseThatIsDoneAfterARenewalWithoutAnAnswerIsAcceptedAllTheSame() {
        client.isSilent = true;
        lock.renew();
        client.answerComes();

        assertTrue(lock.end(taken, AcknowledgeType.ACCEPT));

        assertEquals(List.of(AcknowledgeType.RENEW, AcknowledgeType.ACCEPT), client.sent);
    }

    @Test
    void aRenewalWhoseAnswerNeverComesLosesTheLock() {
        client.isSilent = true;

        lock.renew();
        lock.renew();

        assertFalse(lock.holds(taken));
    }

    @Test
    void aRenewedRecordThatTheClientHandsOutLaterIsStillHeld() {
        client.pollFails = true;
        lock.renew();
        assertTrue(lock.holds(taken));
        client.pollFails = false;

        lock.renew();

        assertTrue(lock.end(taken, AcknowledgeType.ACCEPT));
    }

    /** The client refuses to poll while a record that it has handed out has no outcome. */
    @Test
    void whatIsFetchedAheadIsGivenBack() {
        client.fetchedAhead = Optional.of(9L);

        lock.renew();

        assertEquals(List.of(9L), client.released);
        assertTrue(lock.holds(taken));
    }
}
