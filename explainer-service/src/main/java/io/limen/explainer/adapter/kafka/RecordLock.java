package io.limen.explainer.adapter.kafka;

import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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

    /** As often a lock could be renewed while it lasts. Each renewal has until the lock ends, and the client asks again meanwhile. */
    private static final int RENEWALS = 3;

    /** More than any producer of ours puts into one: images are large. */
    private static final int MOST_IN_A_BATCH = 10_000;

    private final ShareConsumer<byte[], byte[]> consumer;
    private Optional<ConsumedRecord> held = Optional.empty();

    /** A renewal was asked for, and the client does not have the record back: nothing can be said of it meanwhile. */
    private boolean outstanding;

    /** What the broker says to an acknowledgement. */
    private enum Answer {
        TAKEN,
        /** The client forgets the record with this one: nothing more can be said of it. */
        REFUSED,
        /** It may come yet. */
        NONE
    }

    RecordLock(ShareConsumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /** The broker has just locked this record for us. */
    void taken(ConsumedRecord locked) {
        held = Optional.of(locked);
        outstanding = false;
    }

    /**
     * The broker has just locked a record that the client can't read, and the client has made up its mind to give it up. Finds
     * out which one: what the client tells is where its batch begins. Empty when it is none of ours. Such a lock can't be
     * renewed, for the client forgets the record with whatever it sends for it.
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
        return held.filter(locked -> locked.source() == candidate.source()).isPresent();
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
        boolean inHand = !outstanding || handedOutAgain(locked);
        outstanding = false;
        return inHand && told(locked, outcome, renewalPeriod()) == Answer.TAKEN;
    }

    /**
     * Lets the lock last as long again as it did from its beginning. Without one, does nothing. A renewal without an answer
     * by the time the lock ends may have been taken all the same: the next call looks for that.
     */
    void renew() {
        if (held.isEmpty()) {
            return;
        }
        ConsumedRecord locked = held.get();
        boolean late = outstanding;
        Answer answer = late ? Answer.TAKEN : told(locked, AcknowledgeType.RENEW, restOfTheLock());
        outstanding = answer == Answer.NONE || answer == Answer.TAKEN && !handedOutAgain(locked);
        if (answer == Answer.REFUSED || late && outstanding) {
            held = Optional.empty();
            outstanding = false;
            LOG.info("the lock on {} is lost: its case may be explained by another, too", locked.place());
        }
    }

    /** As long as it lasts when a renewal is due. */
    private Duration restOfTheLock() {
        return renewalPeriod().multipliedBy(RENEWALS - 1L);
    }

    /** After a renewal the consumer hands the record out once more, from its own memory, and wants it acknowledged again. */
    private boolean handedOutAgain(ConsumedRecord renewed) {
        boolean again = false;
        try {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ZERO)) {
                boolean ours = record.partition() == renewed.source().partition()
                        && record.offset() == renewed.source().offset();
                again |= ours;
                if (!ours) {
                    // one that was fetched ahead: the consumer refuses its next poll until this has an outcome, too
                    consumer.acknowledge(record, AcknowledgeType.RELEASE);
                }
            }
        } catch (KafkaException e) {
            LOG.debug("{} was not handed out again", renewed.place(), e);
        }
        return again;
    }

    private Answer told(ConsumedRecord locked, AcknowledgeType outcome, Duration atMost) {
        try {
            mark(locked, outcome);
            Optional<KafkaException> refusal = consumer.commitSync(atMost).values().stream()
                    .flatMap(Optional::stream)
                    .findFirst();
            refusal.ifPresent(e -> LOG.debug("{} of {} is refused", outcome, locked.place(), e));
            return refusal.isEmpty() ? Answer.TAKEN : Answer.REFUSED;
        } catch (IllegalStateException e) {
            LOG.debug("the consumer itself has given {} up", locked.place(), e);
            return Answer.REFUSED;
        } catch (KafkaException e) {
            LOG.debug("{} of {} has no answer", outcome, locked.place(), e);
            return Answer.NONE;
        }
    }
}
