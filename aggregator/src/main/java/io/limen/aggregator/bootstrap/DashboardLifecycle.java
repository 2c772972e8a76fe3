package io.limen.aggregator.bootstrap;

import io.limen.aggregator.adapter.dashboard.Fleet;
import io.limen.aggregator.adapter.dashboard.FleetReader;
import io.limen.schemas.Topic;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The thread that fills the fleet from the topics. */
final class DashboardLifecycle {

    private static final Duration STOP_WITHIN = Duration.ofSeconds(3);

    private final FleetReader reader;
    private final Thread thread;

    DashboardLifecycle(AggregatorConfig config, Fleet fleet) {
        String bootstrapServers = config.kafka().bootstrapServers();
        // Models share partitions: a few times as many as each model shows, so that a quiet model is not crowded out.
        long newestPerPartition = (long) config.newestExplanations() * Topic.PARTITIONS;
        this.reader = new FleetReader(fleet, () -> consumer(bootstrapServers), newestPerPartition);
        this.thread = new Thread(reader, "fleet-reader");
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    void stop() throws InterruptedException {
        reader.close();
        thread.join(STOP_WITHIN.toMillis());
    }

    private static Consumer<byte[], byte[]> consumer(String bootstrapServers) {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                        ConsumerConfig.CLIENT_ID_CONFIG, "limen-aggregator-dashboard",
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
