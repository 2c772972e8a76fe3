package io.limen.producer.adapter.kafka;

import io.limen.producer.application.BadInput;
import io.limen.producer.application.Brokers;
import io.limen.schemas.AuditEntry;
import io.limen.schemas.BrokerSecurity;
import io.limen.schemas.SegmentationResult;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.registry.RecordFraming;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * What is open to the brokers during one run.
 *
 * @param results writes segmentation results: acknowledged by every in-sync replica, written once, in order
 * @param audit writes the audit log
 */
public record BrokerConnection(Producer<String, SegmentationResult> results, Producer<String, AuditEntry> audit)
        implements AutoCloseable {

    /** The entry follows the last case, perhaps of somebody who has asked to stop and waits. */
    static final Duration ENTRY_WITHIN = Duration.ofSeconds(5);

    /** Everything is flushed by then; this is for the threads. */
    private static final Duration CLOSING = Duration.ofSeconds(2);

    public BrokerConnection {
        Objects.requireNonNull(results, "results");
        Objects.requireNonNull(audit, "audit");
    }

    /**
     * Connects, after a look whether there is a broker that lets us write.
     *
     * @throws BadInput if no broker answers there, or it does not let us in, or has no topic that we may write to,
     *     or the schema registry that is named gives no ids
     */
    public static BrokerConnection open(Brokers brokers) {
        BrokerSecurity security = security(brokers);
        RegistryConnection registry = RegistryConnection.of(brokers);
        BrokerCheck.checkWriting(brokers.bootstrap(), security);
        RecordFraming framing = registry.writing();
        return new BrokerConnection(
                new KafkaProducer<>(
                        security.on(settings(brokers.bootstrap())),
                        new StringSerializer(),
                        framing.serializer(
                                SingleObjectSerde.segmentationResult().serializer())),
                new KafkaProducer<>(
                        security.on(auditSettings(brokers.bootstrap())),
                        new StringSerializer(),
                        framing.serializer(SingleObjectSerde.auditEntry().serializer())));
    }

    /** How to connect securely, or a line for the user. */
    static BrokerSecurity security(Brokers brokers) {
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
                // images and masks are compressed already: none of the codecs takes a hundredth off them (decision
                // 0011)
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "none",
                // several images of usual size; smaller batches would hold one record each
                ProducerConfig.BATCH_SIZE_CONFIG,
                512 * 1024,
                ProducerConfig.LINGER_MS_CONFIG,
                5,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                10_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                10_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                30_000);
    }

    private static Map<String, Object> auditSettings(String bootstrap) {
        int withinMillis = (int) ENTRY_WITHIN.toMillis();
        Map<String, Object> settings = new HashMap<>(settings(bootstrap));
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "limen-producer-audit");
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, withinMillis);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, withinMillis - 1_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, withinMillis);
        return settings;
    }

    @Override
    public void close() {
        results.close(CLOSING);
        audit.close(CLOSING);
    }
}
