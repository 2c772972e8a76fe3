package io.limen.aggregator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limen.aggregator.rehearsal.Rehearsal;
import io.limen.aggregator.rehearsal.RehearsalBroker;
import io.limen.aggregator.rehearsal.SampleAttributions;
import io.limen.schemas.Attribution;
import io.limen.schemas.ReferenceMode;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.Topic;
import io.limen.schemas.registry.MadeUpRegistry;
import io.limen.schemas.registry.RecordFraming;
import io.limen.schemas.registry.RegistryAccess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code limen report} from the packaged aggregator on a real broker. */
class ReportIT {

    private static final Instant NOW = Instant.now();
    private static final int EACH = 40;

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 4, unit = TimeUnit.MINUTES)
    void aPeriodOfABrokerBecomesAPageAndJson() throws Exception {
        Files.writeString(folder.resolve("limits.yaml"), "features: {locality: 0.9}\nshares: {LOCAL: 0.99}\n");
        try (RehearsalBroker broker = new RehearsalBroker(folder.resolve("kafka"), RehearsalBroker.freePort())) {
            broker.start();
            broker.createTopics();
            publish(broker.bootstrapServers(), RecordFraming.NONE);

            assertEquals(0, report(broker.bootstrapServers()), said());
        }
        JsonNode report =
                new ObjectMapper().readTree(folder.resolve("out/report.json").toFile());
        assertEquals(2, report.get("models").size());
        assertEquals(EACH, report.at("/models/0/explanations").asInt());
        assertEquals("ACCEPTED", report.at("/comparison/verdict").asText(), report::toPrettyString);
        assertEquals(1, report.at("/leftOut/not readable").asInt());
        assertEquals(
                1,
                report.at("/leftOut/of alerts and acknowledgements that can't be read")
                        .asInt());
        assertEquals(1, report.at("/leftOut/segmented outside the period").asInt());
        assertTrue(Files.readString(folder.resolve("out/report.html")).contains("ACCEPTED"), "the page");
        assertTrue(said().contains("unet@2 against unet@1: ACCEPTED"), said());
    }

    @Test
    @Timeout(value = 4, unit = TimeUnit.MINUTES)
    void recordsThatARegistryFramedAreReadAndNothingIsRegistered() throws Exception {
        Files.writeString(folder.resolve("limits.yaml"), "features: {locality: 0.9}\n");
        MadeUpRegistry registry = MadeUpRegistry.start();
        String named = "--schema-registry=" + registry.address();
        try (RehearsalBroker broker = new RehearsalBroker(folder.resolve("kafka"), RehearsalBroker.freePort())) {
            broker.start();
            broker.createTopics();
            publish(
                    broker.bootstrapServers(),
                    RecordFraming.of(RegistryAccess.of(Optional.of(registry.address()), Optional.empty())));
            int before = registry.asked().size();

            assertEquals(0, report(broker.bootstrapServers(), named), said());

            assertTrue(
                    registry.asked().stream().skip(before).allMatch(line -> line.matches("POST /subjects/[^/]+ null")));
            JsonNode models = new ObjectMapper()
                    .readTree(folder.resolve("out/report.json").toFile())
                    .get("models");
            assertEquals(2, models.size());
            assertEquals(EACH, models.at("/0/explanations").asInt());
            assertEquals(EACH, models.at("/1/explanations").asInt());
            registry.close();
            assertEquals(2, report(broker.bootstrapServers(), named), said());
            assertEquals(
                    List.of("limen report: --schema-registry: no schema registry answers at " + registry.address()),
                    said().lines().toList());
        }
    }

    /** The second model's as a registry framed them. */
    private void publish(String bootstrapServers, RecordFraming framing) throws Exception {
        Random random = new Random(4);
        SampleAttributions first = new SampleAttributions("unet", "1", "clinic", 0.5);
        SampleAttributions second = new SampleAttributions("unet", "2", "clinic", 0.5);
        try (Producer<String, byte[]> producer = Rehearsal.producer(bootstrapServers)) {
            for (int index = 0; index < EACH; index++) {
                Rehearsal.send(producer, first.next(random, ReferenceMode.GROUND_TRUTH, NOW));
                Attribution other = second.next(random, ReferenceMode.GROUND_TRUTH, NOW);
                byte[] record = SingleObjectSerde.attribution().encode(other);
                Rehearsal.sendBytes(producer, "unet@2", framing.framed(Topic.ATTRIBUTIONS.topicName(), record));
            }
            Rehearsal.send(producer, first.next(random, ReferenceMode.GROUND_TRUTH, NOW.minusSeconds(7_200)));
            Rehearsal.sendBytes(producer, "unet@1", new byte[] {7, 7, 7});
            producer.send(new ProducerRecord<>(Topic.DRIFT_ALERTS.topicName(), "unet@1", new byte[] {7, 7, 7}))
                    .get();
        }
    }

    private int report(String bootstrapServers, String... more) throws Exception {
        Path app = Path.of("target", "quarkus-app");
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx256m",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                app + "/app/*:" + app + "/lib/main/*:" + app + "/lib/boot/*",
                "io.limen.aggregator.bootstrap.AggregatorCommandLine",
                "report",
                "--bootstrap=" + bootstrapServers,
                "--from=" + NOW.minusSeconds(3_600),
                "--to=" + NOW.plusSeconds(3_600),
                "--compare=unet@1,unet@2",
                "--limits=" + folder.resolve("limits.yaml"),
                "--out=" + folder.resolve("out")));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        return process.waitFor();
    }

    private String said() throws Exception {
        return Files.readString(folder.resolve("said"));
    }
}
