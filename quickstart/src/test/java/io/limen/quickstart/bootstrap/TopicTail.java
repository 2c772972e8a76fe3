package io.limen.quickstart.bootstrap;

import io.limen.schemas.Topic;
import io.limen.schemas.registry.RecordFraming;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** All that has been published to a topic, read on from where the last look ended. */
final class TopicTail implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(100);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();

    /** What lies there, byte for byte. */
    TopicTail(String bootstrapServers, Topic topic) {
        this(bootstrapServers, topic, RecordFraming.NONE);
    }

    /** Records in single-object encoding, though they are framed for readers of a registry. */
    TopicTail(String bootstrapServers, Topic topic, RecordFraming framing) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                framing.deserializer());
        partitions = IntStream.range(0, Topic.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic.topicName(), partition))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** In the order of each partition. */
    List<ConsumerRecord<byte[], byte[]>> records() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        do {
            consumer.poll(LOOK).forEach(records::add);
        } while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition)));
        return records;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
