package io.limen.producer.adapter.kafka;

import io.limen.producer.application.BadInput;
import io.limen.producer.application.Brokers;
import io.limen.schemas.BrokerSecurity;
import io.limen.schemas.SegmentationResult;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.Topic;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.serialization.StringSerializer;

/** Connects to a broker, after a look whether there is one. */
public final class BrokerConnection {

    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private BrokerConnection() {}

    /**
     * A producer of segmentation results: acknowledged by every in-sync replica, written once, in order.
     *
     * @throws BadInput if no broker answers there, it does not let us in, or it has no topic for segmentation results
     */
    public static Producer<String, SegmentationResult> open(Brokers brokers) {
        BrokerSecurity security = security(brokers);
        checkTopic(brokers.bootstrap(), security);
        return new KafkaProducer<>(
                security.on(settings(brokers.bootstrap())),
                new StringSerializer(),
                SingleObjectSerde.segmentationResult().serializer());
    }

    private static BrokerSecurity security(Brokers brokers) {
        try {
            return BrokerSecurity.of(brokers.security());
        } catch (BrokerSecurity.UnusableException e) {
            throw new BadInput("--kafka-config: " + e.getMessage());
        }
    }

    static Map<String, Object> settings(String bootstrap) {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ProducerConfig.CLIENT_ID_CONFIG,
                "limen-producer",
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                // images are compressed already; this is for the rest, and cheap
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                ProducerConfig.LINGER_MS_CONFIG,
                5,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                10_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                10_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                30_000);
    }

    private static void checkTopic(String bootstrap, BrokerSecurity security) {
        int patienceMillis = (int) PATIENCE.toMillis();
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                AdminClientConfig.CLIENT_ID_CONFIG, "limen-producer-check",
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, patienceMillis,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, patienceMillis);
        String topic = Topic.SEGMENTATION_RESULTS.topicName();
        Set<String> topics;
        try (Admin admin = Admin.create(security.on(settings))) {
            topics = admin.listTopics().names().get();
        } catch (KafkaException e) {
            throw new BadInput("not the address of a Kafka broker (HOST:PORT of a host that is known): " + bootstrap);
        } catch (ExecutionException e) {
            throw new BadInput(
                    e.getCause() instanceof AuthenticationException
                            ? "the broker at " + bootstrap + " does not let us in (--kafka-config)"
                            : "no Kafka broker answers at " + bootstrap);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BadInput("interrupted while connecting to " + bootstrap);
        }
        if (!topics.contains(topic)) {
            throw new BadInput("the broker at " + bootstrap + " has no topic " + topic
                    + "; start Limen's services first, or create it with " + Topic.PARTITIONS + " partitions");
        }
    }
}
