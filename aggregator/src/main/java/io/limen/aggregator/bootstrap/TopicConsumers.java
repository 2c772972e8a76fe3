package io.limen.aggregator.bootstrap;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Consumers without a group, of committed records: every instance reads everything. */
final class TopicConsumers {

    private TopicConsumers() {}

    /**
     * A consumer of bytes.
     *
     * @param reader who reads, for the broker's log and metrics
     */
    static Consumer<byte[], byte[]> of(AggregatorConfig config, String reader) {
        return of(config, reader, Map.of());
    }

    /**
     * A consumer that is given one record at a time, of which the broker sends one batch at a time.
     *
     * @param reader as above
     */
    static Consumer<byte[], byte[]> ofSingleRecords(AggregatorConfig config, String reader) {
        return of(
                config,
                reader,
                Map.of(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1, ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1));
    }

    private static Consumer<byte[], byte[]> of(AggregatorConfig config, String reader, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                ConsumerConfig.CLIENT_ID_CONFIG,
                "limen-aggregator-" + reader,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false));
        settings.putAll(more);
        return new KafkaConsumer<>(
                KafkaAccess.of(config).client(settings), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
