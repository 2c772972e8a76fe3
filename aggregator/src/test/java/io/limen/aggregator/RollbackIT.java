package io.limen.aggregator;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.aggregator.adapter.topology.state.StateSerdes;
import io.limen.aggregator.rehearsal.Rehearsal;
import io.limen.aggregator.rehearsal.RehearsalBroker;
import io.limen.aggregator.rehearsal.SampleAttributions;
import io.limen.schemas.DriftAlert;
import io.limen.schemas.DriftState;
import io.limen.schemas.ModelStatistics;
import io.limen.schemas.ReferenceMode;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.Topic;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The way back to the version before, and up again, as docs/upgrade.md tells it: its state is written for it, nothing is lost, and where
 * there is no state for it all is made anew from the topics.
 */
class RollbackIT {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final SampleAttributions UNET = new SampleAttributions("unet", "1", "clinic", 0.5);

    private final Random random = new Random(1);

    @TempDir
    Path folder;

    private String bootstrapServers;
    private int sent;

    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES)
    void nothingIsLostOnTheWayBackNorWithoutAState() throws Exception {
        try (RehearsalBroker broker = new RehearsalBroker(folder.resolve("kafka"), RehearsalBroker.freePort())) {
            broker.start();
            broker.createTopics();
            bootstrapServers = broker.bootstrapServers();
            live("state", List.of(), () -> {
                send(30, UNET);
                send(20, UNET.withReach(2.4));
                await().atMost(PATIENCE).until(() -> raised().size() == 1);
            });
            assertEquals(Set.of(fingerprint(3)), formats());
            Set<String> raised = raised();

            live("state", List.of("-Dlimen.state-format=6"), () -> {
                await().atMost(PATIENCE).until(() -> log().contains("are kept in format 6 of the state"));
                // what was there is written anew by itself: before anything comes that would write it
                await().atMost(PATIENCE).until(() -> formats().equals(Set.of(fingerprint(2))));
                send(3, UNET.withReach(2.4));
            });
            assertEquals(Set.of(fingerprint(2)), formats(), "what the version before can read, and nothing else");

            // from the changelogs alone, as on another machine
            live("another", List.of(), () -> send(3, UNET.withReach(2.4)));
            assertEquals(raised, raised(), "no alert is lost or raised twice");

            live("rebuilt", List.of("-Dlimen.application-id=limen-aggregator-anew"), () -> {});
            assertEquals(raised, raised(), "the same alerts, of the same ids");
        }
    }

    /** What somebody does while the aggregator lives. */
    private interface Life {
        void goesOn() throws Exception;
    }

    /** Starts it, and stops it when it has counted all that was ever sent. */
    private void live(String state, List<String> options, Life life) throws Exception {
        List<String> command =
                new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"), "-Xmx256m"));
        command.addAll(List.of(
                "-Dlimen.kafka.bootstrap-servers=" + bootstrapServers,
                "-Dlimen.state-dir=" + folder.resolve(state),
                "-Dlimen.drift.reference=20",
                "-Dlimen.drift.expected-run-time=200",
                "-Dquarkus.http.port=0"));
        command.addAll(options);
        command.addAll(List.of("-jar", "target/quarkus-app/quarkus-run.jar"));
        long told = records(Topic.MODEL_STATISTICS.topicName()).size();
        Process aggregator = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("aggregator.log").toFile())
                .start();
        try {
            life.goesOn();
            await().atMost(PATIENCE).until(() -> {
                List<ConsumerRecord<byte[], byte[]>> all = records(Topic.MODEL_STATISTICS.topicName());
                return all.size() > told && counted(all) == sent;
            });
        } finally {
            aggregator.destroy();
            assertTrue(aggregator.waitFor(30, TimeUnit.SECONDS), "stops when asked to");
        }
    }

    private static long counted(List<ConsumerRecord<byte[], byte[]>> told) {
        ModelStatistics newest = SingleObjectSerde.modelStatistics()
                .decode(told.get(told.size() - 1).value());
        assertEquals(0, newest.getDuplicatesDropped());
        return newest.getExplanations();
    }

    private void send(int explanations, SampleAttributions model) throws Exception {
        try (Producer<String, byte[]> producer = Rehearsal.producer(bootstrapServers)) {
            for (int i = 0; i < explanations; i++) {
                Rehearsal.send(producer, model.next(random, ReferenceMode.GROUND_TRUTH, Instant.now()));
                sent++;
            }
        }
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("aggregator.log"));
    }

    /** Ids of alerts that were raised. */
    private Set<String> raised() {
        return records(Topic.DRIFT_ALERTS.topicName()).stream()
                .map(record -> SingleObjectSerde.driftAlert().decode(record.value()))
                .filter(alert -> alert.getState() == DriftState.ALERT)
                .map(DriftAlert::getAlertId)
                .collect(Collectors.toSet());
    }

    /** Schemas of what is kept of watches. */
    private Set<Long> formats() {
        Map<String, Long> newest = new HashMap<>();
        records("limen-aggregator-watched-groups-changelog")
                .forEach(record -> newest.put(
                        new String(record.key()),
                        ByteBuffer.wrap(record.value(), 2, Long.BYTES)
                                .order(ByteOrder.LITTLE_ENDIAN)
                                .getLong()));
        return Set.copyOf(newest.values());
    }

    private static long fingerprint(int version) throws IOException {
        try (InputStream file =
                StateSerdes.class.getResourceAsStream("released/WatchedGroupState-v" + version + ".avsc")) {
            return SchemaNormalization.parsingFingerprint64(new Schema.Parser().parse(file));
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> all = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }
}
