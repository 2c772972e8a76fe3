package io.limen.aggregator.adapter.dashboard;

import io.limen.schemas.Attribution;
import io.limen.schemas.DriftHistory;
import io.limen.schemas.FleetStatistics;
import io.limen.schemas.ModelStatistics;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.StatisticsHistory;
import io.limen.schemas.Topic;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * What the fleet is filled from: statistics and points of charts from the beginning, for their topics are compacted,
 * explanations from the newest few of each partition on.
 */
public final class FleetTopics implements TopicReader.Sink {

    private final Fleet fleet;
    private final long newestPerPartition;
    private final SingleObjectSerde<ModelStatistics> statistics = SingleObjectSerde.modelStatistics();
    private final SingleObjectSerde<FleetStatistics> fleetStatistics = SingleObjectSerde.fleetStatistics();
    private final SingleObjectSerde<StatisticsHistory> history = SingleObjectSerde.statisticsHistory();
    private final SingleObjectSerde<DriftHistory> driftHistory = SingleObjectSerde.driftHistory();
    private final SingleObjectSerde<Attribution> attributions = SingleObjectSerde.attribution();

    /**
     * Fills the fleet.
     *
     * @param newestPerPartition how many of the newest explanations of each partition to begin with
     */
    public FleetTopics(Fleet fleet, long newestPerPartition) {
        this.fleet = fleet;
        this.newestPerPartition = newestPerPartition;
    }

    @Override
    public List<Topic> topics() {
        return List.of(
                Topic.MODEL_STATISTICS,
                Topic.FLEET_STATISTICS,
                Topic.STATISTICS_HISTORY,
                Topic.DRIFT_HISTORY,
                Topic.ATTRIBUTIONS);
    }

    @Override
    public void seek(Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        List<TopicPartition> explained = partitions.stream()
                .filter(partition -> isOf(Topic.ATTRIBUTIONS, partition.topic()))
                .toList();
        consumer.seekToBeginning(partitions.stream()
                .filter(partition -> !explained.contains(partition))
                .toList());
        consumer.endOffsets(explained)
                .forEach((partition, end) -> consumer.seek(partition, Math.max(0, end - newestPerPartition)));
    }

    @Override
    public void take(ConsumerRecord<byte[], byte[]> record) {
        if (isOf(Topic.MODEL_STATISTICS, record.topic())) {
            fleet.take(statistics.decode(record.value()));
        } else if (isOf(Topic.FLEET_STATISTICS, record.topic())) {
            fleet.take(fleetStatistics.decode(record.value()));
        } else if (isOf(Topic.STATISTICS_HISTORY, record.topic())) {
            fleet.take(history.decode(record.value()));
        } else if (isOf(Topic.DRIFT_HISTORY, record.topic())) {
            fleet.take(driftHistory.decode(record.value()));
        } else {
            fleet.take(attributions.decode(record.value()));
        }
    }

    @Override
    public void waited(Consumer<byte[], byte[]> consumer) {
        fleet.broker().look(consumer);
    }

    @Override
    public void tookAll() {
        fleet.publish();
    }

    private static boolean isOf(Topic topic, String name) {
        return topic.topicName().equals(name);
    }
}
