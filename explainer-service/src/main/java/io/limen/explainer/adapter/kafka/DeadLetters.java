package io.limen.explainer.adapter.kafka;

import io.limen.explainer.application.stream.Rejection;
import io.limen.schemas.RejectionHeader;
import io.limen.schemas.Topic;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Keeps a rejected record as it came, key and bytes, the reason in its headers. Safe for use by several threads. */
final class DeadLetters {

    private final AcknowledgedSender sender;

    DeadLetters(AcknowledgedSender sender) {
        this.sender = sender;
    }

    /**
     * Returns when the record is safe. One that only just fitted its own topic is kept there, and only named here: first
     * without its value, and where its key or headers are what is large, without those either.
     */
    void keep(ConsumerRecord<byte[], byte[]> rejected, Rejection rejection) {
        try {
            sender.send(whole(rejected, rejected.value(), rejection));
        } catch (RecordTooLargeException e) {
            keepWithoutValue(rejected, rejection);
        }
    }

    private void keepWithoutValue(ConsumerRecord<byte[], byte[]> rejected, Rejection rejection) {
        try {
            sender.send(whole(rejected, null, rejection));
        } catch (RecordTooLargeException e) {
            sender.send(letter(rejected, null, null, new RecordHeaders(), rejection));
        }
    }

    private static ProducerRecord<byte[], byte[]> whole(
            ConsumerRecord<byte[], byte[]> rejected, byte[] value, Rejection rejection) {
        RecordHeaders headers = new RecordHeaders(rejected.headers().toArray());
        return letter(rejected, rejected.key(), value, headers, rejection);
    }

    private static ProducerRecord<byte[], byte[]> letter(
            ConsumerRecord<byte[], byte[]> rejected,
            byte[] key,
            byte[] value,
            RecordHeaders headers,
            Rejection rejection) {
        put(headers, RejectionHeader.REASON, rejection.reason());
        put(headers, RejectionHeader.TOPIC, rejected.topic());
        put(headers, RejectionHeader.PARTITION, String.valueOf(rejected.partition()));
        put(headers, RejectionHeader.OFFSET, String.valueOf(rejected.offset()));
        put(headers, RejectionHeader.OUTCOME, rejection.outcome().label());
        return new ProducerRecord<>(Topic.SEGMENTATION_RESULTS_REJECTED.topicName(), null, key, value, headers);
    }

    /** Ours alone counts, whatever came with the record. */
    private static void put(RecordHeaders headers, RejectionHeader header, String value) {
        headers.remove(header.key());
        headers.add(new RecordHeader(header.key(), value.getBytes(StandardCharsets.UTF_8)));
    }
}
