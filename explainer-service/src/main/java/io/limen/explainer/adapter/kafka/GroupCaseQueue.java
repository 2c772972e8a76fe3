package io.limen.explainer.adapter.kafka;

import io.limen.explainer.application.stream.CaseQueue;
import io.limen.explainer.application.stream.Delivery;
import io.limen.explainer.application.stream.Rejection;
import io.limen.explainer.application.stream.StreamUnavailableException;
import io.limen.schemas.Topic;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One member of a consumer group as a queue: one record at a time, its offset committed after its outcome. Since only
 * one record is out at a time, an offset that is committed covers nothing that is not done. While a case is in hand the
 * member pauses its partitions and goes on polling, so that the group can move partitions without waiting for it. The
 * consumer is used by two threads, one at a time.
 */
final class GroupCaseQueue implements CaseQueue {

    private static final Logger LOG = LoggerFactory.getLogger(GroupCaseQueue.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

    /** Often enough for a rebalance to wait for nobody. */
    private static final Duration POLL_PERIOD = Duration.ofSeconds(1);

    private final Consumer<byte[], byte[]> consumer;
    private final CaseRecordMapper mapper;
    private final DeadLetters deadLetters;
    private final Upkeep upkeep;
    private Optional<ConsumedRecord> inHand = Optional.empty();
    private volatile boolean joined;

    GroupCaseQueue(
            Consumer<byte[], byte[]> consumer, CaseRecordMapper mapper, DeadLetters deadLetters, Duration longestCase) {
        this.consumer = consumer;
        this.mapper = mapper;
        this.deadLetters = deadLetters;
        this.upkeep = new Upkeep(longestCase, this::pollWithoutTaking);
        consumer.subscribe(List.of(Topic.SEGMENTATION_RESULTS.topicName()), new Handover());
    }

    /** Whether the group has this member; it may be without partitions, where there are more members than those. */
    boolean joined() {
        return joined;
    }

    @Override
    public synchronized Optional<Delivery> take(Duration atMost) {
        try {
            consumer.resume(consumer.paused());
            for (ConsumerRecord<byte[], byte[]> source : consumer.poll(atMost)) {
                return Optional.of(begun(source));
            }
            return Optional.empty();
        } catch (KafkaException e) {
            throw new StreamUnavailableException(
                    "can't take from " + Topic.SEGMENTATION_RESULTS.topicName() + ": " + e.getMessage(), e);
        } finally {
            joined = consumer.groupMetadata().generationId() > 0;
        }
    }

    /** The record, once the group knows that it is begun: who takes it after a crash has to know. */
    private ConsumedRecord begun(ConsumerRecord<byte[], byte[]> source) {
        TopicPartition partition = new TopicPartition(source.topic(), source.partition());
        try {
            OffsetAndMetadata committed = consumer.committed(Set.of(partition)).get(partition);
            int before = Optional.ofNullable(committed)
                    .flatMap(offset -> AttemptMarker.parse(offset.metadata()))
                    .filter(marker -> marker.offset() == source.offset())
                    .map(AttemptMarker::attempts)
                    .orElse(0);
            ConsumedRecord taken = new ConsumedRecord(source, mapper.content(source.value()), before + 1);
            mark(taken, taken.number());
            consumer.pause(consumer.assignment());
            inHand = Optional.of(taken);
            upkeep.begin(POLL_PERIOD);
            return taken;
        } catch (KafkaException e) {
            seekBack(partition, source.offset());
            throw e;
        }
    }

    private void mark(ConsumedRecord begun, int attempts) {
        long offset = begun.source().offset();
        String marker = new AttemptMarker(offset, attempts).text();
        consumer.commitSync(Map.of(begun.partition(), new OffsetAndMetadata(offset, marker)));
    }

    private void seekBack(TopicPartition partition, long offset) {
        if (consumer.assignment().contains(partition)) {
            consumer.seek(partition, offset);
        }
    }

    private synchronized void pollWithoutTaking() {
        if (inHand.isEmpty()) {
            return;
        }
        try {
            // nothing comes: all that is assigned is paused
            consumer.poll(Duration.ZERO);
        } catch (KafkaException e) {
            LOG.debug("the group will notice by itself", e);
        }
    }

    @Override
    public synchronized void accept(Delivery delivery) {
        ConsumedRecord done = (ConsumedRecord) delivery;
        putDown();
        Interruption.postponedFor(() -> {
            try {
                if (consumer.assignment().contains(done.partition())) {
                    consumer.commitSync(Map.of(
                            done.partition(),
                            new OffsetAndMetadata(done.source().offset() + 1)));
                } else {
                    LOG.info("a case that is done comes again: {} has another owner by now", done.place());
                }
            } catch (KafkaException e) {
                // the group went on without us, or the broker is away: a duplicate, known by its explanationId, is no
                // loss
                LOG.info("a case that is done may come again: {} was not committed: {}", done.place(), e.getMessage());
            }
        });
    }

    @Override
    public void reject(Delivery delivery, Rejection rejection) {
        deadLetters.keep((ConsumedRecord) delivery, rejection);
        accept(delivery);
    }

    @Override
    public synchronized void release(Delivery delivery) {
        ConsumedRecord undone = (ConsumedRecord) delivery;
        putDown();
        Interruption.postponedFor(() -> giveUp(undone));
    }

    /** What is given back was not begun, as far as the next owner is concerned. */
    private void giveUp(ConsumedRecord undone) {
        try {
            if (consumer.assignment().contains(undone.partition())) {
                consumer.seek(undone.partition(), undone.source().offset());
                mark(undone, undone.number() - 1);
            }
        } catch (KafkaException e) {
            LOG.debug("the next owner will think that it was finished by a crash", e);
        }
    }

    private void putDown() {
        inHand = Optional.empty();
        upkeep.end();
    }

    @Override
    public void close() {
        upkeep.close();
        leave();
    }

    private synchronized void leave() {
        joined = false;
        putDown();
        Interruption.postponedFor(() -> {
            try {
                consumer.close(CloseOptions.timeout(CLOSE_TIMEOUT));
            } catch (KafkaException e) {
                LOG.debug("the group will notice by itself", e);
            }
        });
    }

    /** Called inside a poll, by whichever thread that is. */
    private final class Handover implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
            if (inHand.isPresent()) {
                consumer.pause(assigned);
            }
        }

        /** The case goes on here, and begins again there: that is no crash. */
        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
            inHand.filter(taken -> revoked.contains(taken.partition())).ifPresent(taken -> {
                try {
                    mark(taken, taken.number() - 1);
                } catch (KafkaException e) {
                    LOG.debug("the next owner will think that it was finished by a crash", e);
                }
            });
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> lost) {
            // another has them already: there is nothing to tell it
        }
    }
}
