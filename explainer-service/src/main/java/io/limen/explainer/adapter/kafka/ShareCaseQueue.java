package io.limen.explainer.adapter.kafka;

import io.limen.explainer.application.stream.CaseQueue;
import io.limen.explainer.application.stream.CaseWorker;
import io.limen.explainer.application.stream.Delivery;
import io.limen.explainer.application.stream.Rejection;
import io.limen.explainer.application.stream.StreamUnavailableException;
import io.limen.schemas.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One member of a share group as a queue: one record at a time, its lock renewed until it has an outcome. The broker counts
 * every delivery, and after a few gives a record up for good, whatever they ended by; so a case that is released waits here
 * with its lock renewed, and is really given back only when this worker stops, or can't explain it for long; and one that
 * comes with few deliveries left is put at the end of the topic, where the broker counts anew. The consumer is used by two
 * threads, one at a time.
 */
final class ShareCaseQueue implements CaseQueue {

    private static final Logger LOG = LoggerFactory.getLogger(ShareCaseQueue.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

    /**
     * As often a case is tried here before another worker shall try. Once more than it is postponed: who has a verdict for a
     * case that meets the same obstacle again and again gets to it, or the case would go from worker to worker for ever.
     */
    private static final int MOST_TRIES = CaseWorker.MAX_POSTPONEMENTS + 1;

    private static final Delivery.Content NOT_READ_YET = new Delivery.Content.Unreadable("not read yet");

    private final ShareConsumer<byte[], byte[]> consumer;
    private final CaseRecordMapper mapper;
    private final DeadLetters deadLetters;
    private final LastDeliveries lastDeliveries;
    private final RecordLock lock;
    private final Upkeep upkeep;
    private Optional<ConsumedRecord> waiting = Optional.empty();
    private int tries;
    private volatile boolean joined;

    ShareCaseQueue(
            ShareConsumer<byte[], byte[]> consumer,
            CaseRecordMapper mapper,
            DeadLetters deadLetters,
            LastDeliveries lastDeliveries,
            Duration longestCase) {
        this.consumer = consumer;
        this.mapper = mapper;
        this.deadLetters = deadLetters;
        this.lastDeliveries = lastDeliveries;
        this.lock = new RecordLock(consumer);
        this.upkeep = new Upkeep(longestCase, this::renew);
        consumer.subscribe(List.of(Topic.SEGMENTATION_RESULTS.topicName()));
    }

    /** Whether the group has given this member partitions. */
    boolean joined() {
        return joined;
    }

    /** What is put back is sent outside of the monitor: its lock is renewed meanwhile. */
    @Override
    public Optional<Delivery> take(Duration atMost) {
        Optional<ConsumedRecord> taken = next(atMost);
        if (taken.filter(next -> tries == 0 && lastDeliveries.isPutBack(next)).isPresent()) {
            end(taken.get(), AcknowledgeType.ACCEPT);
            return Optional.empty();
        }
        return taken.map(Delivery.class::cast);
    }

    private synchronized Optional<ConsumedRecord> next(Duration atMost) {
        Optional<ConsumedRecord> again = waiting.filter(lock::holds);
        waiting = Optional.empty();
        if (again.isPresent()) {
            return again;
        }
        tries = 0;
        try {
            joined = joined || ShareMembership.of(consumer);
            for (ConsumerRecord<byte[], byte[]> source : consumer.poll(atMost)) {
                return Optional.of(locked(source));
            }
            return Optional.empty();
        } catch (KafkaException e) {
            Optional<ConsumedRecord> damaged = DamagedRecord.in(e).flatMap(lock::takenDamaged);
            if (damaged.isPresent()) {
                return damaged;
            }
            throw new StreamUnavailableException(
                    "can't take from " + Topic.SEGMENTATION_RESULTS.topicName() + ": " + e.getMessage(), e);
        }
    }

    /** Nobody waits for a member of a share group, and its consumer can't poll without taking. */
    @Override
    public void standBy() {}

    private ConsumedRecord locked(ConsumerRecord<byte[], byte[]> source) {
        int number = CaseOrigin.of(source).deliveries() + source.deliveryCount().orElse((short) 1);
        // before anything that takes time or may fail: from now on the broker waits for an outcome
        lock.taken(ConsumedRecord.read(source, NOT_READ_YET, number));
        upkeep.begin(lock.renewalPeriod());
        return ConsumedRecord.read(source, mapper.content(source.value()), number);
    }

    private synchronized void renew() {
        lock.renew();
    }

    @Override
    public void accept(Delivery delivery) {
        end((ConsumedRecord) delivery, AcknowledgeType.ACCEPT);
    }

    @Override
    public void reject(Delivery delivery, Rejection rejection) {
        ConsumedRecord rejected = (ConsumedRecord) delivery;
        deadLetters.keep(rejected, rejection);
        end(rejected, AcknowledgeType.REJECT);
    }

    @Override
    public synchronized void release(Delivery delivery) {
        ConsumedRecord undone = (ConsumedRecord) delivery;
        tries++;
        if (tries < MOST_TRIES) {
            waiting = Optional.of(undone);
        } else {
            end(undone, AcknowledgeType.RELEASE);
        }
    }

    private synchronized void end(ConsumedRecord delivered, AcknowledgeType outcome) {
        upkeep.end();
        Interruption.postponedFor(() -> {
            if (!lock.end(delivered, outcome)) {
                // the broker is away, or the lock was lost: a duplicate, known by its explanationId, is no loss
                LOG.info("{} may come again: the broker did not take {}", delivered.place(), outcome);
            }
        });
    }

    @Override
    public void close() {
        upkeep.close();
        leave();
    }

    private synchronized void leave() {
        joined = false;
        waiting.ifPresent(undone -> end(undone, AcknowledgeType.RELEASE));
        Interruption.postponedFor(() -> {
            try {
                consumer.close(CLOSE_TIMEOUT);
            } catch (KafkaException e) {
                LOG.debug("the group will notice by itself", e);
            }
        });
    }
}
