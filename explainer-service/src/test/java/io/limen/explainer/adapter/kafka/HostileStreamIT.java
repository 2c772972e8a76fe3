package io.limen.explainer.adapter.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.schemas.RejectionHeader;
import io.limen.schemas.Topic;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged service with a small heap, handed records that mean harm by a broker. Some hundreds always; 20,000 take most of an
 * hour and run when asked for: {@code mvn verify -pl schemas,explainer-service -Pfuzz}.
 */
@EnabledOnOs(OS.LINUX)
@Timeout(7200)
class HostileStreamIT {

    private static final int RECORDS = Integer.getInteger("fuzz.records", 232);
    private static final long SEED = Long.getLong("fuzz.seed", 20511);

    /** Java's heap: a picture of 128x128 and what a service needs. */
    private static final String HEAP = "192m";

    /** The rest is libtorch and its model, threads and Java's own. */
    private static final long MOST_MEBIBYTES = 1024;

    /** Room for texts of ten megabytes; the dead letters' topic has none. */
    private static final String LARGEST_RECORD = "12000000";

    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration STANDSTILL = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private final HostileTally tally = new HostileTally();

    @Test
    void everyRecordEndsExplainedOrRejectedAndNothingOutsideIsReached() throws Exception {
        byte[] sound = Files.readAllBytes(Path.of("../quickstart/models/bank/0000.jpg"));
        try (HostileSurroundings surroundings = HostileSurroundings.in(folder, sound);
                TestBroker broker = TestBroker.start(folder.resolve("broker"))) {
            prepare(broker);
            Map<String, String> settings =
                    Map.of("limen.images.roots", surroundings.allowed().toString());
            try (HostileService service = HostileService.start(broker.bootstrapServers(), folder, HEAP, settings);
                    Outcomes outcomes = new Outcomes(broker)) {
                // outcomes are counted to the kind that was sent last: the first must not come late
                service.awaitReady();
                HostileRecords records = new HostileRecords(SEED, surroundings, 40);
                for (HostileKind kind : HostileKind.values()) {
                    send(broker, records, kind);
                    outcomes.await(kind, service);
                    tally.of(kind).memory = service.peakMebibytes() + " MiB";
                }
                System.out.println(tally);
                assertTrue(service.alive());
                assertEquals(200, service.liveness(), "a worker is dead");
                assertEquals(List.of(), surroundings.visits());
                assertQuiet(service.log());
            }
        }
        assertTally();
    }

    private void assertTally() {
        assertEquals(0, tally.lost(), tally::toString);
        for (HostileKind kind : HostileKind.values()) {
            HostileTally.Row row = tally.of(kind);
            assertEquals(0, row.rejected.getOrDefault("internal error of the explainer", 0), kind.name());
            long peak = Long.parseLong(row.memory.replaceAll("\\D", ""));
            assertTrue(peak < MOST_MEBIBYTES, () -> kind + " took " + row.memory);
        }
        for (HostileKind harmless : List.of(HostileKind.NOTHING, HostileKind.KEYS)) {
            assertEquals(tally.of(harmless).sent, tally.of(harmless).explained, harmless.name());
        }
        for (HostileKind unreachable :
                List.of(HostileKind.FILES_OUTSIDE, HostileKind.OTHER_ADDRESSES, HostileKind.NO_REGULAR_FILES)) {
            assertEquals(0, tally.of(unreachable).explained, unreachable.name());
        }
    }

    private static void assertQuiet(String log) {
        assertFalse(log.contains("\u001b"), "a record coloured the log");
        assertFalse(
                log.lines().anyMatch(line -> line.contains("ERROR")),
                () -> log.lines()
                        .filter(line -> line.contains("ERROR"))
                        .findFirst()
                        .orElseThrow());
        assertFalse(log.contains(HostileRecords.FORGERY), "a record wrote into the log");
    }

    private static void prepare(TestBroker broker) throws Exception {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, Topic.SEGMENTATION_RESULTS.topicName());
        // a machine under load must not make a lock run out: that is another test's matter
        ConfigResource group = new ConfigResource(ConfigResource.Type.GROUP, "explainer");
        broker.admin()
                .incrementalAlterConfigs(Map.of(
                        topic, List.of(set("max.message.bytes", LARGEST_RECORD)),
                        group,
                                List.of(
                                        set("share.record.lock.duration.ms", "30000"),
                                        set("share.auto.offset.reset", "earliest"))))
                .all()
                .get();
    }

    private static AlterConfigOp set(String key, String value) {
        return new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET);
    }

    private void send(TestBroker broker, HostileRecords records, HostileKind kind) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", broker.bootstrapServers(), "max.request.size", LARGEST_RECORD, "linger.ms", "0");
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            // rounded up: no fewer in all than were asked for
            int share = -Math.floorDiv(-RECORDS, HostileKind.values().length);
            for (int i = 0; i < share; i++) {
                producer.send(records.make(kind), (at, fault) -> {
                    if (fault == null) {
                        synchronized (tally) {
                            tally.of(kind).sent++;
                        }
                    }
                });
            }
        }
        assertTrue(tally.of(kind).sent > 0, kind.name());
    }

    /** Reads what the service says. */
    private final class Outcomes implements AutoCloseable {

        private final KafkaConsumer<byte[], byte[]> reader;
        private final Set<String> rejected = new HashSet<>();

        Outcomes(TestBroker broker) {
            reader = new KafkaConsumer<>(
                    Map.<String, Object>of(
                            "bootstrap.servers", broker.bootstrapServers(),
                            "group.id", "outcomes",
                            "auto.offset.reset", "earliest"),
                    new ByteArrayDeserializer(),
                    new ByteArrayDeserializer());
            reader.subscribe(List.of(Topic.ATTRIBUTIONS.topicName(), Topic.SEGMENTATION_RESULTS_REJECTED.topicName()));
        }

        /** Until every record of the kind has an outcome, or none came for long. */
        void await(HostileKind kind, HostileService service) {
            HostileTally.Row row = tally.of(kind);
            long deadline = System.nanoTime() + STANDSTILL.toNanos();
            while (row.lost() > 0 && service.alive() && System.nanoTime() < deadline) {
                for (ConsumerRecord<byte[], byte[]> outcome : reader.poll(LOOK)) {
                    count(row, outcome);
                    deadline = System.nanoTime() + STANDSTILL.toNanos();
                }
            }
        }

        private void count(HostileTally.Row row, ConsumerRecord<byte[], byte[]> outcome) {
            if (outcome.topic().equals(Topic.ATTRIBUTIONS.topicName())) {
                row.explained++;
            } else if (rejected.add(
                    header(outcome, RejectionHeader.PARTITION) + "/" + header(outcome, RejectionHeader.OFFSET))) {
                row.reject(header(outcome, RejectionHeader.REASON));
            }
        }

        private static String header(ConsumerRecord<byte[], byte[]> letter, RejectionHeader header) {
            return new String(letter.headers().lastHeader(header.key()).value(), StandardCharsets.UTF_8);
        }

        @Override
        public void close() {
            reader.close();
        }
    }
}
