package io.limen.explainer.adapter.kafka;

import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lock that a share group has on the one record that is in hand: its end, and its renewal before it ends by itself. Not
 * safe for use by several threads at a time, as the consumer is not.
 */
final class RecordLock {

    private static final Logger LOG = LoggerFactory.getLogger(RecordLock.class);

    /** The least that a broker allows by default, for one that does not say. */
    private static final Duration SHORTEST = Duration.ofSeconds(15);

    /** A lock is renewed as often while it lasts: one renewal may fail by a slow machine. */
    private static final int RENEWALS = 3;

    /** More than any producer of ours puts into one: images are large. */
    private static final int MOST_IN_A_BATCH = 10_000;

    private final ShareConsumer<byte[], byte[]> consumer;
    private Optional<ConsumedRecord> held = Optional.empty();

    RecordLock(ShareConsumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /** The broker has just locked this record for us. */
    void taken(ConsumedRecord locked) {
        held = Optional.of(locked);
    }

    /**
     * The broker has just locked a record that the client can't read, and the client has made up its mind to give it up. Finds
     * out which one: what the client tells is where its batch begins. Empty when it is none of ours.
     */
    Optional<ConsumedRecord> takenDamaged(DamagedRecord damage) {
        for (long offset = damage.offset(); offset < damage.offset() + MOST_IN_A_BATCH; offset++) {
            ConsumedRecord candidate = ConsumedRecord.damaged(damage.at(offset));
            try {
                // until it is kept as a dead letter it is to come again
                mark(candidate, AcknowledgeType.RELEASE);
                held = Optional.of(candidate);
                return held;
            } catch (IllegalStateException e) {
                LOG.trace("{} was not handed out", candidate.place());
            }
        }
        return Optional.empty();
    }

    private void mark(ConsumedRecord locked, AcknowledgeType outcome) {
        if (locked.damaged()) {
            consumer.acknowledge(
                    locked.source().topic(),
                    locked.source().partition(),
                    locked.source().offset(),
                    outcome);
        } else {
            consumer.acknowledge(locked.source(), outcome);
        }
    }

    /** Whether the record's lock is ours still, as far as we know. */
    boolean holds(ConsumedRecord candidate) {
        return held.filter(candidate::equals).isPresent();
    }

    /** How often to renew. */
    Duration renewalPeriod() {
        return consumer.acquisitionLockTimeoutMs()
                .map(Duration::ofMillis)
                .orElse(SHORTEST)
                .dividedBy(RENEWALS);
    }

    /** Ends the lock with an outcome; tells whether the broker has taken that. */
    boolean end(ConsumedRecord locked, AcknowledgeType outcome) {
        if (!holds(locked)) {
            return false;
        }
        held = Optional.empty();
        return acknowledged(locked, outcome);
    }

    /** Lets the lock last as long again as it did from its beginning. Without one, does nothing. */
    void renew() {
        if (held.isEmpty()) {
            return;
        }
        ConsumedRecord locked = held.get();
        if (!acknowledged(locked, AcknowledgeType.RENEW) || !handedOutAgain(locked)) {
            held = Optional.empty();
            LOG.info("the lock on {} is lost: its case may be explained by another, too", locked.place());
        }
    }

    /** After a renewal the consumer hands the record out once more, from its own memory, and wants it acknowledged again. */
    private boolean handedOutAgain(ConsumedRecord renewed) {
        try {
            ConsumerRecords<byte[], byte[]> again = consumer.poll(Duration.ZERO);
            for (ConsumerRecord<byte[], byte[]> record : again) {
                if (record.offset() == renewed.source().offset()) {
                    return true;
                }
            }
        } catch (KafkaException e) {
            LOG.debug("{} was not handed out again", renewed.place(), e);
        }
        return false;
    }

    private boolean acknowledged(ConsumedRecord locked, AcknowledgeType outcome) {
        try {
            mark(locked, outcome);
            Optional<KafkaException> refusal = consumer.commitSync(renewalPeriod()).values().stream()
                    .flatMap(Optional::stream)
                    .findFirst();
            refusal.ifPresent(e -> LOG.debug("{} of {} is refused", outcome, locked.place(), e));
            return refusal.isEmpty();
        } catch (KafkaException | IllegalStateException e) {
            // the second: the consumer itself has given the record up
            LOG.debug("{} of {} failed", outcome, locked.place(), e);
            return false;
        }
    }
}
