package io.limen.explainer.adapter.kafka;

import io.limen.explainer.application.stream.Rejection;
import io.limen.explainer.application.stream.StreamUnavailableException;
import io.limen.schemas.RejectionHeader;
import io.limen.schemas.Topic;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a rejected record as it came, key and bytes, the reason in its headers. Safe for use by several threads. */
final class DeadLetters {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final AcknowledgedSender sender;

    DeadLetters(AcknowledgedSender sender) {
        this.sender = sender;
    }

    /**
     * Returns when the record is safe. One that only just fitted its own topic is kept there, and only named here: first
     * without its value, and where its key or headers are what is large, without those either. One that can't be kept
     * whatever is done is still in its own topic: it is named in the log, and stops nobody.
     *
     * @throws StreamUnavailableException when the brokers did not acknowledge the record
     */
    void keep(ConsumedRecord rejected, Rejection rejection) {
        try {
            keepAsMuchAsFits(rejected, rejection);
            LOG.debug("{} {}: {}", rejected.place(), rejection.outcome(), rejection.reason());
        } catch (StreamUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("{} is rejected and could not be kept as a dead letter", rejected.place(), e);
        }
    }

    /** A case that was not drawn is there still, in its own topic: only its name and its probability are told. */
    private void keepAsMuchAsFits(ConsumedRecord rejected, Rejection rejection) {
        if (rejection.outcome() == Rejection.Outcome.SAMPLED_OUT) {
            sender.send(letter(rejected, rejected.source().key(), null, new RecordHeaders(), rejection));
            return;
        }
        try {
            sender.send(whole(rejected, rejected.source().value(), rejection));
        } catch (RecordTooLargeException e) {
            keepWithoutValue(rejected, rejection);
        }
    }

    private void keepWithoutValue(ConsumedRecord rejected, Rejection rejection) {
        try {
            sender.send(whole(rejected, null, rejection));
        } catch (RecordTooLargeException e) {
            sender.send(letter(rejected, null, null, new RecordHeaders(), rejection));
        }
    }

    private static ProducerRecord<byte[], byte[]> whole(ConsumedRecord rejected, byte[] value, Rejection rejection) {
        RecordHeaders headers = new RecordHeaders(rejected.source().headers().toArray());
        CaseOrigin.takeOff(headers);
        return letter(rejected, rejected.source().key(), value, headers, rejection);
    }

    private static ProducerRecord<byte[], byte[]> letter(
            ConsumedRecord rejected, byte[] key, byte[] value, RecordHeaders headers, Rejection rejection) {
        put(headers, RejectionHeader.REASON, rejection.reason());
        put(headers, RejectionHeader.TOPIC, rejected.source().topic());
        put(headers, RejectionHeader.PARTITION, String.valueOf(rejected.source().partition()));
        put(headers, RejectionHeader.OFFSET, String.valueOf(rejected.source().offset()));
        put(headers, RejectionHeader.OUTCOME, rejection.outcome().label());
        headers.remove(RejectionHeader.DELIVERIES.key());
        if (!rejected.damaged()) {
            put(headers, RejectionHeader.DELIVERIES, String.valueOf(rejected.number()));
        }
        rejection
                .inclusionProbability()
                .ifPresent(probability ->
                        put(headers, RejectionHeader.INCLUSION_PROBABILITY, String.valueOf(probability)));
        return new ProducerRecord<>(Topic.SEGMENTATION_RESULTS_REJECTED.topicName(), null, key, value, headers);
    }

    /** Ours alone counts, whatever came with the record. */
    private static void put(RecordHeaders headers, RejectionHeader header, String value) {
        headers.remove(header.key());
        headers.add(new RecordHeader(header.key(), value.getBytes(StandardCharsets.UTF_8)));
    }
}
