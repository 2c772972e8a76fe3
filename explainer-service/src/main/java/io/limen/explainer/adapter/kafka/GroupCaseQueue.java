package io.limen.explainer.adapter.kafka;

import io.limen.explainer.application.stream.CaseQueue;
import io.limen.explainer.application.stream.Delivery;
import io.limen.explainer.application.stream.Rejection;
import io.limen.explainer.application.stream.StreamUnavailableException;
import io.limen.schemas.Topic;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One member of a consumer group as a queue: one record at a time, its offset committed after its outcome. Since only
 * one record is out at a time, an offset that is committed covers nothing that is not done. While a case is in hand, or none
 * may be taken, the member pauses its partitions and goes on polling, so that the group can move partitions without waiting for it; one that
 * has moved in the meantime is another's to commit, even when it has come back since. The consumer is used by two threads,
 * one at a time.
 */
final class GroupCaseQueue implements CaseQueue {

    private static final Logger LOG = LoggerFactory.getLogger(GroupCaseQueue.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

    /** Often enough for a rebalance to wait for nobody. */
    private static final Duration POLL_PERIOD = Duration.ofSeconds(1);

    private final Consumer<byte[], byte[]> consumer;
    private final CaseRecordMapper mapper;
    private final DeadLetters deadLetters;
    private final AttemptLedger ledger;
    private final Upkeep upkeep;

    /** While its partition has been ours without a break. */
    private Optional<ConsumedRecord> inHand = Optional.empty();

    /** Whether what is polled for is a case, and not only the group's news. */
    private boolean taking;

    private volatile boolean joined;

    GroupCaseQueue(
            Consumer<byte[], byte[]> consumer, CaseRecordMapper mapper, DeadLetters deadLetters, Duration longestCase) {
        this.consumer = consumer;
        this.mapper = mapper;
        this.deadLetters = deadLetters;
        this.ledger = new AttemptLedger(consumer);
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
            taking = true;
            consumer.resume(consumer.paused());
            for (ConsumerRecord<byte[], byte[]> source : consumer.poll(atMost)) {
                return Optional.of(begun(source));
            }
            return Optional.empty();
        } catch (KafkaException e) {
            Optional<ConsumedRecord> damaged = DamagedRecord.in(e).flatMap(this::passed);
            if (damaged.isPresent()) {
                return Optional.of(inHand(damaged.get()));
            }
            throw new StreamUnavailableException(
                    "can't take from " + Topic.SEGMENTATION_RESULTS.topicName() + ": " + e.getMessage(), e);
        } finally {
            taking = false;
            joined = consumer.groupMetadata().generationId() > 0;
        }
    }

    private ConsumedRecord begun(ConsumerRecord<byte[], byte[]> source) {
        TopicPartition partition = new TopicPartition(source.topic(), source.partition());
        try {
            int number = ledger.begun(partition, source.offset()) + 1;
            ConsumedRecord taken = ConsumedRecord.read(source, mapper.content(source.value()), number);
            ledger.begin(taken);
            return inHand(taken);
        } catch (KafkaException e) {
            if (consumer.assignment().contains(partition)) {
                consumer.seek(partition, source.offset());
            }
            throw e;
        }
    }

    private ConsumedRecord inHand(ConsumedRecord taken) {
        consumer.pause(consumer.assignment());
        inHand = Optional.of(taken);
        upkeep.begin(POLL_PERIOD);
        return taken;
    }

    /** The consumer stands before a record that it can't read, and fails by it with every poll: it is led past it. */
    private Optional<ConsumedRecord> passed(DamagedRecord damage) {
        if (!consumer.assignment().contains(damage.partition())) {
            return Optional.empty();
        }
        long offset = consumer.position(damage.partition());
        consumer.seek(damage.partition(), offset + 1);
        return Optional.of(ConsumedRecord.damaged(damage.at(offset)));
    }

    @Override
    public synchronized void standBy() {
        consumer.pause(consumer.assignment());
        pollPaused();
    }

    private synchronized void pollWithoutTaking() {
        if (upkeep.running()) {
            pollPaused();
        }
    }

    private void pollPaused() {
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
        boolean ours = putDown(done);
        Interruption.postponedFor(() -> {
            if (ours) {
                ledger.finish(done);
            } else {
                LOG.info("a case that is done comes again: {} has had another owner since", done.place());
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
        if (putDown(undone)) {
            Interruption.postponedFor(() -> {
                consumer.seek(undone.partition(), undone.source().offset());
                ledger.giveBack(undone);
            });
        }
    }

    /** Whether the record's partition has been ours all the time since it was taken. */
    private boolean putDown(ConsumedRecord taken) {
        boolean ours = inHand.filter(taken::equals).isPresent();
        inHand = Optional.empty();
        upkeep.end();
        return ours;
    }

    @Override
    public void close() {
        upkeep.close();
        leave();
    }

    private synchronized void leave() {
        joined = false;
        inHand = Optional.empty();
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
            if (!taking) {
                consumer.pause(assigned);
            }
        }

        /** The case goes on here, and begins again there: that is no crash. */
        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
            inHand.filter(taken -> revoked.contains(taken.partition())).ifPresent(ledger::giveBack);
            onPartitionsLost(revoked);
        }

        /** Another has them already: there is nothing to tell it. */
        @Override
        public void onPartitionsLost(Collection<TopicPartition> lost) {
            inHand = inHand.filter(taken -> !lost.contains(taken.partition()));
        }
    }
}
