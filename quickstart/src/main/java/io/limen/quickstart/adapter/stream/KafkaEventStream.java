package io.limen.quickstart.adapter.stream;

import io.limen.quickstart.application.EventStream;
import io.limen.quickstart.domain.StreamEvent;
import io.limen.schemas.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Attributions, rejections, statistics and drift alerts from the first record on, without a consumer group: the demo only watches. */
public final class KafkaEventStream implements EventStream {

    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final RecordMapper mapper = new RecordMapper();

    /** Opens the stream; the topics exist. */
    public KafkaEventStream(String bootstrapServers) {
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = Stream.of(
                        Topic.ATTRIBUTIONS,
                        Topic.SEGMENTATION_RESULTS_REJECTED,
                        Topic.MODEL_STATISTICS,
                        Topic.DRIFT_ALERTS)
                .flatMap(topic -> IntStream.range(0, Topic.PARTITIONS)
                        .mapToObj(partition -> new TopicPartition(topic.topicName(), partition)))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    @Override
    public List<StreamEvent> next(Duration wait) {
        List<StreamEvent> events = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> each : consumer.poll(wait)) {
            events.add(mapper.map(each));
        }
        return events;
    }

    @Override
    public void close() {
        consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(CLOSE_LIMIT));
    }
}
