package io.limen.aggregator.adapter.dashboard.alerts;

import io.limen.aggregator.adapter.dashboard.TopicReader;
import io.limen.schemas.DriftAlert;
import io.limen.schemas.DriftCommand;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.Topic;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** What the book of alerts is filled from, from the beginning. */
public final class AlertTopics implements TopicReader.Sink {

    private final AlertBook book;
    private final SingleObjectSerde<DriftAlert> alerts = SingleObjectSerde.driftAlert();
    private final SingleObjectSerde<DriftCommand> commands = SingleObjectSerde.driftCommand();

    /** Fills the book. */
    public AlertTopics(AlertBook book) {
        this.book = book;
    }

    @Override
    public List<Topic> topics() {
        return List.of(Topic.DRIFT_ALERTS, Topic.DRIFT_COMMANDS);
    }

    @Override
    public void seek(Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        book.isRead(false);
        consumer.seekToBeginning(partitions);
    }

    @Override
    public void caughtUp() {
        book.isRead(true);
    }

    @Override
    public void take(ConsumerRecord<byte[], byte[]> record) {
        if (record.topic().equals(Topic.DRIFT_ALERTS.topicName())) {
            book.take(alerts.decode(record.value()));
        } else {
            book.take(commands.decode(record.value()));
        }
    }
}
