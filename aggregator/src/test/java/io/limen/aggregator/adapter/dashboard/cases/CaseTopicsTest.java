package io.limen.aggregator.adapter.dashboard.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.aggregator.rehearsal.SampleAttributions;
import io.limen.schemas.Attribution;
import io.limen.schemas.ReferenceMode;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

class CaseTopicsTest {

    private static final String TOPIC = Topic.ATTRIBUTIONS.topicName();

    private final CaseIndex index = new CaseIndex(100, 1);
    private final AtomicInteger full = new AtomicInteger();
    private final CaseTopics topics = new CaseTopics(index, 20, full::incrementAndGet);

    private static ConsumerRecord<byte[], byte[]> record(byte[] value) {
        return new ConsumerRecord<>(TOPIC, 3, 41, null, value);
    }

    @Test
    void anExplanationIsIndexedWhereItLies() {
        Attribution attribution = new SampleAttributions("unet", "1", "clinic", 0.5)
                .withoutPicture(new Random(1), ReferenceMode.PREDICTION, Instant.EPOCH.plusSeconds(60));

        topics.take(record(SingleObjectSerde.attribution().encode(attribution)));

        IndexedCase entry = index.find(attribution.getExplanationId()).orElseThrow();
        assertEquals(3, entry.partition());
        assertEquals(41, entry.offset());
        assertEquals(new CaseGroup("unet@1", "clinic", "PREDICTION"), entry.group());
        assertEquals(attribution.getExplainedAt(), entry.explainedAt());
        assertEquals(attribution.getStrategy().getStrategy(), entry.strategy());
    }

    @Test
    void bytesThatAreNoAttributionAreRefusedForTheReaderToPassOver() {
        assertThrows(SerializationException.class, () -> topics.take(record(new byte[] {1, 2, 3})));
    }

    @Test
    void readingBeginsWithTheNewestOfEachPartition() {
        TopicPartition quiet = new TopicPartition(TOPIC, 0);
        TopicPartition busy = new TopicPartition(TOPIC, 1);
        try (MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest")) {
            consumer.assign(List.of(quiet, busy));
            consumer.updateEndOffsets(Map.of(quiet, 4L, busy, 1_000L));

            topics.seek(consumer, List.of(quiet, busy));

            assertEquals(0, consumer.position(quiet));
            assertEquals(990, consumer.position(busy));
        }
        assertFalse(index.isRead());
        assertEquals(0, full.get());
        topics.caughtUp();
        assertTrue(index.isRead());
        assertEquals(1, full.get());
    }
}
