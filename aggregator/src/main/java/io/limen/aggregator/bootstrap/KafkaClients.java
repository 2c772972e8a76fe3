package io.limen.aggregator.bootstrap;

import io.limen.aggregator.application.ExplanationMetrics;
import io.limen.schemas.registry.AwaitedFraming;
import io.limen.schemas.registry.RegistryAccess;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Makes what is open to the brokers: clients that frame records as it is set. Before the framing is known none can be made, which
 * they say by a {@link KafkaException}, as when the brokers' names are not known.
 *
 * @param framing of records
 */
record KafkaClients(AggregatorConfig config, AwaitedFraming framing) {

    /** A caller waits for the broker no longer than for its confirmation. */
    private static final int WAITS_MILLIS = 5_000;

    /** @throws ConfigurationException one line, when the registry's settings can't be used */
    static KafkaClients of(AggregatorConfig config) {
        AggregatorConfig.SchemaRegistry registry = config.schemaRegistry();
        try {
            return new KafkaClients(
                    config, AwaitedFraming.of(RegistryAccess.of(registry.url(), registry.authorizationFile())));
        } catch (RegistryAccess.UnusableException e) {
            throw new ConfigurationException("limen.schema-registry." + e.getMessage(), e);
        }
    }

    /**
     * A consumer of bytes without a group, of committed records: every instance reads everything.
     *
     * @param reader who reads, for the broker's log and metrics
     */
    Consumer<byte[], byte[]> consumer(String reader) {
        return consumer(reader, Map.of());
    }

    /**
     * The same, which is given one record at a time, of which the broker sends one batch at a time.
     *
     * @param reader as above
     */
    Consumer<byte[], byte[]> consumerOfSingleRecords(String reader) {
        return consumer(
                reader,
                Map.of(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1, ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1));
    }

    private Consumer<byte[], byte[]> consumer(String reader, Map<String, Object> more) {
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
                KafkaAccess.of(config).client(settings),
                new ByteArrayDeserializer(),
                framing.framing().deserializer());
    }

    /** A producer that waits for all replicas. */
    Producer<String, byte[]> producer(Map<String, Object> own) {
        Map<String, Object> settings = new HashMap<>(own);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, WAITS_MILLIS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, WAITS_MILLIS - 1_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, WAITS_MILLIS);
        return new KafkaProducer<>(
                KafkaAccess.of(config).client(settings),
                new StringSerializer(),
                framing.framing().serializer());
    }

    /** The settings of the stream, whose clients it makes itself. */
    Properties stream(ExplanationMetrics metrics) {
        Properties settings = StreamSettings.of(config, metrics);
        settings.putAll(framing.framing().streamSettings());
        return settings;
    }
}
