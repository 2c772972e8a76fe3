package io.limen.explainer.adapter.kafka;

import io.limen.explainer.application.stream.Delivery;
import io.limen.explainer.application.stream.SourceRecord;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * A delivery with the record it came from.
 *
 * @param number how often it was handed out; 1 for one that is damaged, of which the client does not tell
 * @param damaged the client could not read the record: its source has coordinates and neither key nor value
 */
record ConsumedRecord(ConsumerRecord<byte[], byte[]> source, Content content, int number, boolean damaged)
        implements Delivery {

    /** A record that was read. */
    static ConsumedRecord read(ConsumerRecord<byte[], byte[]> source, Content content, int number) {
        return new ConsumedRecord(source, content, number, false);
    }

    /** One that is there and can't be read. */
    static ConsumedRecord damaged(DamagedRecord damage) {
        TopicPartition partition = damage.partition();
        return new ConsumedRecord(
                new ConsumerRecord<>(partition.topic(), partition.partition(), damage.offset(), null, null),
                new Content.Unreadable("the record can't be read: " + damage.reason()),
                1,
                true);
    }

    TopicPartition partition() {
        return new TopicPartition(source.topic(), source.partition());
    }

    /** How often the broker has handed this very record out; empty where it does not count. */
    Optional<Short> brokersCount() {
        return source.deliveryCount();
    }

    /** For the log: where the record lies, nothing of what it says. */
    String place() {
        return "offset " + source.offset() + " of " + partition();
    }

    @Override
    public Optional<Instant> publishedAt() {
        return source.timestamp() < 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(source.timestamp()));
    }

    @Override
    public Optional<SourceRecord> lies() {
        return Optional.of(new SourceRecord(source.partition(), source.offset()));
    }
}
