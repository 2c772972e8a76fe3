package io.limen.producer.adapter.kafka;

import io.limen.producer.application.BadInput;
import io.limen.producer.application.Brokers;
import io.limen.producer.application.Explanations;
import io.limen.producer.application.Interruption;
import io.limen.producer.domain.deployment.Deployment;
import io.limen.producer.domain.explanation.Explanation;
import io.limen.schemas.BrokerSecurity;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.Topic;
import io.limen.schemas.registry.RecordFraming;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.avro.AvroRuntimeException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the topic of attributions from its beginning to where it ends now. */
public final class KafkaExplanations implements Explanations {

    private static final Duration POLL = Duration.ofMillis(500);

    /** So many waits in a row that bring nothing, half a minute: a broker that restarts is back by then. */
    private static final int PATIENCE = 60;

    private final org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer;

    /** Reads by a consumer that is in no group; it is closed by whoever opened it. */
    public KafkaExplanations(org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer) {
        this.consumer = Objects.requireNonNull(consumer, "consumer");
    }

    /**
     * A consumer to read by, in no group.
     *
     * @throws BadInput if no broker answers there, it does not let us in, or it has no topic for attributions, or
     *     the schema registry that is named does not answer
     */
    public static org.apache.kafka.clients.consumer.Consumer<String, byte[]> open(Brokers brokers) {
        BrokerSecurity security = BrokerConnection.security(brokers);
        RegistryConnection registry = RegistryConnection.of(brokers);
        BrokerCheck.checkReading(brokers.bootstrap(), security);
        RecordFraming framing = registry.reading();
        return new KafkaConsumer<>(
                security.on(Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        brokers.bootstrap(),
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        "limen-dicom",
                        // what is deleted while we read is passed over
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        30_000,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed")),
                new StringDeserializer(),
                framing.deserializer());
    }

    @Override
    public int forEach(Deployment deployment, Interruption interruption, Consumer<Explanation> each) {
        try {
            return readToTheEnd(deployment, interruption, each);
        } catch (KafkaException e) {
            throw lost();
        }
    }

    private static BadInput lost() {
        return new BadInput("the broker no longer answers; what was written so far is whole, the rest is missing");
    }

    private int readToTheEnd(Deployment deployment, Interruption interruption, Consumer<Explanation> each) {
        List<TopicPartition> partitions = consumer.partitionsFor(Topic.ATTRIBUTIONS.topicName()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        int unreadable = 0;
        int idle = 0;
        long ahead = ahead(ends);
        while (!interruption.wanted() && ahead > 0) {
            for (ConsumerRecord<String, byte[]> sent : consumer.poll(POLL)) {
                if (deployment.model().toString().equals(sent.key())) {
                    unreadable += handOver(sent.value(), deployment, each) ? 0 : 1;
                }
            }
            long left = ahead(ends);
            idle = left < ahead ? 0 : idle + 1;
            ahead = left;
            if (idle > PATIENCE) {
                throw lost();
            }
        }
        return unreadable;
    }

    /** Records that lie between where we are and where the topic ended when we began. */
    private long ahead(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - consumer.position(end.getKey())))
                .sum();
    }

    private static boolean handOver(byte[] value, Deployment deployment, Consumer<Explanation> each) {
        Explanation explanation;
        try {
            explanation = AttributionMapper.explanation(
                    SingleObjectSerde.attribution().decode(value));
        } catch (SerializationException | AvroRuntimeException | IllegalArgumentException | NullPointerException e) {
            // whatever somebody wrote there is no explanation
            return false;
        }
        if (explanation.deployment().equals(deployment)) {
            each.accept(explanation);
        }
        return true;
    }
}
