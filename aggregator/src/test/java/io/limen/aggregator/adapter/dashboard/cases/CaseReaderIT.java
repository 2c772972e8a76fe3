package io.limen.aggregator.adapter.dashboard.cases;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.limen.aggregator.adapter.dashboard.cases.RecordReader.Lookup;
import io.limen.aggregator.rehearsal.Rehearsal;
import io.limen.aggregator.rehearsal.RehearsalBroker;
import io.limen.schemas.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Single records of a real broker. */
class CaseReaderIT {

    @TempDir
    Path folder;

    @Test
    void aRecordIsReadByItsPlaceAndNothingElse() throws Exception {
        try (RehearsalBroker broker = new RehearsalBroker(folder.resolve("kafka"), RehearsalBroker.freePort())) {
            broker.start();
            broker.createTopics();
            String topic = Topic.SEGMENTATION_RESULTS.topicName();
            try (Producer<String, byte[]> producer = Rehearsal.producer(broker.bootstrapServers())) {
                for (byte number = 0; number < 5; number++) {
                    producer.send(new ProducerRecord<>(topic, 1, "k", new byte[] {number}))
                            .get();
                }
            }
            Map<String, Object> settings = Map.of(
                    "bootstrap.servers",
                    broker.bootstrapServers(),
                    "max.poll.records",
                    1,
                    "max.partition.fetch.bytes",
                    1);
            try (CaseReader reader = new CaseReader(
                    () -> new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                    Duration.ofSeconds(5))) {
                for (long offset : new long[] {3, 0, 4}) {
                    Lookup found = reader.read(Topic.SEGMENTATION_RESULTS, 1, offset);
                    assertArrayEquals(
                            new byte[] {(byte) offset},
                            assertInstanceOf(Lookup.Found.class, found).value());
                }
                assertEquals(new Lookup.Gone(), reader.read(Topic.SEGMENTATION_RESULTS, 1, 5));
                assertEquals(new Lookup.Gone(), reader.read(Topic.SEGMENTATION_RESULTS, 0, 0));
                assertEquals(new Lookup.Gone(), reader.read(Topic.SEGMENTATION_RESULTS, 1, -1));
                assertInstanceOf(Lookup.Unavailable.class, reader.read(Topic.SEGMENTATION_RESULTS, 999, 0));
            }
        }
    }
}
