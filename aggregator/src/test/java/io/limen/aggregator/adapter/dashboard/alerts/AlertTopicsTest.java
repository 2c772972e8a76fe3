package io.limen.aggregator.adapter.dashboard.alerts;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.limen.aggregator.adapter.dashboard.TopicReader;
import io.limen.schemas.DriftState;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** The book of alerts, read by Kafka's own stand-in for a consumer. */
class AlertTopicsTest {

    private static final TopicPartition ALERTS = new TopicPartition(Topic.DRIFT_ALERTS.topicName(), 0);
    private static final TopicPartition COMMANDS = new TopicPartition(Topic.DRIFT_COMMANDS.topicName(), 0);

    private final AlertBook book = new AlertBook();
    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");

    private void record(long offset, DriftState state) {
        consumer.addRecord(new ConsumerRecord<>(
                ALERTS.topic(),
                0,
                offset,
                new byte[0],
                SingleObjectSerde.driftAlert().encode(SampleAlerts.alert("a", state, Instant.EPOCH))));
    }

    @Test
    void theBookIsReadOnceEverythingThatWasThereAtTheStartIsInIt() throws InterruptedException {
        for (TopicPartition partition : List.of(ALERTS, COMMANDS)) {
            consumer.updatePartitions(
                    partition.topic(), List.of(new PartitionInfo(partition.topic(), 0, null, null, null)));
        }
        consumer.updateBeginningOffsets(Map.of(ALERTS, 0L, COMMANDS, 0L));
        consumer.updateEndOffsets(Map.of(ALERTS, 2L, COMMANDS, 0L));
        consumer.schedulePollTask(() -> record(0, DriftState.ALERT));
        consumer.schedulePollTask(() -> {
            assertEquals("ALERT", book.find("a").orElseThrow().state());
            assertFalse(book.isRead(), "half read");
        });
        consumer.schedulePollTask(() -> record(1, DriftState.CLEARED));
        TopicReader reader = new TopicReader(new AlertTopics(book), () -> consumer);
        Thread reading = new Thread(reader);
        reading.start();

        await().atMost(Duration.ofSeconds(10)).until(book::isRead);
        assertEquals("CLEARED", book.find("a").orElseThrow().state());
        reader.close();
        reading.join();
    }
}
