package io.limen.aggregator.bootstrap;

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
        return new KafkaConsumer<>(
                KafkaAccess.of(config)
                        .client(Map.of(
                                ConsumerConfig.CLIENT_ID_CONFIG,
                                "limen-aggregator-" + reader,
                                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                                "read_committed",
                                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                                "earliest",
                                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                                false)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
