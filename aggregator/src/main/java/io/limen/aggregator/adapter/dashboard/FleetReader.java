package io.limen.aggregator.adapter.dashboard;

import io.limen.schemas.Attribution;
import io.limen.schemas.FleetStatistics;
import io.limen.schemas.ModelStatistics;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.StatisticsHistory;
import io.limen.schemas.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills the fleet from the topics, by a consumer without a group: every instance reads all partitions and so serves the
 * whole fleet. Statistics and points of charts from the beginning (the topics are compacted), explanations from the newest few per partition.
 * A broker that goes away is waited for.
 */
public final class FleetReader implements Runnable, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FleetReader.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final List<String> TOPICS = Stream.of(
                    Topic.MODEL_STATISTICS, Topic.FLEET_STATISTICS, Topic.STATISTICS_HISTORY, Topic.ATTRIBUTIONS)
            .map(Topic::topicName)
            .toList();

    private final Fleet fleet;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final long newestPerPartition;
    private final SingleObjectSerde<ModelStatistics> statistics = SingleObjectSerde.modelStatistics();
    private final SingleObjectSerde<FleetStatistics> fleetStatistics = SingleObjectSerde.fleetStatistics();
    private final SingleObjectSerde<StatisticsHistory> history = SingleObjectSerde.statisticsHistory();
    private final SingleObjectSerde<Attribution> attributions = SingleObjectSerde.attribution();
    private volatile boolean closed;
    private volatile Consumer<byte[], byte[]> current;

    /**
     * Reads nothing until it is run.
     *
     * @param consumers makes a consumer of bytes, without a group, that reads committed records only
     * @param newestPerPartition how many of the newest explanations of each partition to begin with
     */
    public FleetReader(Fleet fleet, Supplier<Consumer<byte[], byte[]>> consumers, long newestPerPartition) {
        this.fleet = fleet;
        this.consumers = consumers;
        this.newestPerPartition = newestPerPartition;
    }

    /** Reads until it is closed. */
    @Override
    public void run() {
        while (!closed) {
            try (Consumer<byte[], byte[]> consumer = consumers.get()) {
                current = consumer;
                read(consumer);
            } catch (WakeupException e) {
                LOG.debug("The reader of the fleet is closed", e);
            } catch (KafkaException e) {
                LOG.warn("The dashboard cannot read its topics and tries again: {}", e.getMessage());
                pause();
            }
        }
    }

    /** Ends the reading soon. */
    @Override
    public void close() {
        closed = true;
        Consumer<byte[], byte[]> consumer = current;
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    private void read(Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = partitions(consumer);
        consumer.assign(partitions);
        seek(consumer, partitions);
        while (!closed) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            records.forEach(this::take);
            fleet.publish();
        }
    }

    private List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : TOPICS) {
            var found = consumer.partitionsFor(topic);
            while (found.isEmpty()) {
                pause();
                if (closed) {
                    throw new WakeupException();
                }
                found = consumer.partitionsFor(topic);
            }
            found.forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition())));
        }
        return partitions;
    }

    private void seek(Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        List<TopicPartition> explained = of(partitions, Topic.ATTRIBUTIONS).toList();
        consumer.seekToBeginning(partitions.stream()
                .filter(partition -> !explained.contains(partition))
                .toList());
        consumer.endOffsets(explained)
                .forEach((partition, end) -> consumer.seek(partition, Math.max(0, end - newestPerPartition)));
    }

    private static Stream<TopicPartition> of(List<TopicPartition> partitions, Topic topic) {
        return partitions.stream().filter(partition -> partition.topic().equals(topic.topicName()));
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return;
        }
        try {
            if (record.topic().equals(Topic.MODEL_STATISTICS.topicName())) {
                fleet.take(statistics.decode(record.value()));
            } else if (record.topic().equals(Topic.FLEET_STATISTICS.topicName())) {
                fleet.take(fleetStatistics.decode(record.value()));
            } else if (record.topic().equals(Topic.STATISTICS_HISTORY.topicName())) {
                fleet.take(history.decode(record.value()));
            } else {
                fleet.take(attributions.decode(record.value()));
            }
        } catch (SerializationException | IllegalArgumentException e) {
            LOG.debug(
                    "Not shown: topic {}, partition {}, offset {}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
