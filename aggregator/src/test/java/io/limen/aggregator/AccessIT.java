package io.limen.aggregator;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.aggregator.rehearsal.RehearsalBroker;
import io.limen.schemas.AuditEntry;
import io.limen.schemas.AuditOutcome;
import io.limen.schemas.AuditRole;
import io.limen.schemas.DriftCommand;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.Topic;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged aggregator with tokens, on a real broker: who changes what is on record, and so is who tries. */
class AccessIT {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String OPERATOR = "operator-of-a-real-process";
    private static final String VIEWER = "viewer-of-a-real-process";
    private static final String CHANGE = "{\"from\": \"NEWEST\", \"by\": \"safety officer\"}";

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private int port;

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void whoChangesSomethingAndWhoTriesIsOnRecord() throws Exception {
        port = RehearsalBroker.freePort();
        try (RehearsalBroker broker = new RehearsalBroker(folder.resolve("kafka"), RehearsalBroker.freePort())) {
            broker.start();
            broker.createTopics();
            Process aggregator = start(broker.bootstrapServers());
            try {
                await().atMost(PATIENCE).until(() -> status("GET", "/q/health/ready", "") == 200);

                assertEquals(401, status("POST", "/api/models/unet@1/reference", ""));
                assertEquals(401, status("POST", "/api/models/unet@1/reference", "wrong-" + OPERATOR));
                assertEquals(403, status("POST", "/api/models/unet@1/reference", VIEWER));
                assertEquals(202, status("POST", "/api/models/unet%401/reference", OPERATOR));

                await().atMost(PATIENCE).until(() -> entries(broker).size() == 4);
                DriftCommand command = SingleObjectSerde.driftCommand()
                        .decode(read(broker, Topic.DRIFT_COMMANDS).get(0));
                AuditEntry done = entries(broker).stream()
                        .filter(entry -> entry.getOutcome() == AuditOutcome.ACCEPTED)
                        .findFirst()
                        .orElseThrow();
                assertEquals(command.getCommandId(), done.getCommandId());
                assertEquals("operator-token", done.getWho());
                assertEquals(AuditRole.OPERATOR, done.getRole());
                assertEquals("unet", done.getModel());
                assertEquals("127.0.0.1", done.getAddress());
                assertEquals("safety officer", command.getBy());
                assertEquals(
                        List.of(
                                AuditOutcome.ACCEPTED,
                                AuditOutcome.UNAUTHENTICATED,
                                AuditOutcome.UNAUTHENTICATED,
                                AuditOutcome.FORBIDDEN),
                        entries(broker).stream()
                                .map(AuditEntry::getOutcome)
                                .sorted()
                                .toList());
                assertTrue(entries(broker).stream()
                        .allMatch(entry -> entry.getModel().equals("unet")));
                assertNoSecrets(broker);
            } finally {
                aggregator.destroy();
                assertTrue(aggregator.waitFor(30, TimeUnit.SECONDS), "stops when asked to");
            }
        }
    }

    private void assertNoSecrets(RehearsalBroker broker) throws Exception {
        StringBuilder everything = new StringBuilder(Files.readString(folder.resolve("aggregator.log")));
        for (byte[] record : read(broker, Topic.AUDIT_LOG)) {
            everything.append(new String(record, StandardCharsets.ISO_8859_1));
        }
        assertFalse(everything.toString().contains(OPERATOR));
        assertFalse(everything.toString().contains(VIEWER));
    }

    private static List<AuditEntry> entries(RehearsalBroker broker) {
        return read(broker, Topic.AUDIT_LOG).stream()
                .map(SingleObjectSerde.auditEntry()::decode)
                .toList();
    }

    /** Everything that is committed. */
    private static List<byte[]> read(RehearsalBroker broker, Topic topic) {
        List<TopicPartition> partitions = IntStream.range(0, Topic.PARTITIONS)
                .mapToObj(number -> new TopicPartition(topic.topicName(), number))
                .toList();
        Map<String, Object> settings =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed");
        List<byte[]> values = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }

    private Process start(String bootstrapServers) throws Exception {
        Path token = Files.writeString(folder.resolve("operator-token"), OPERATOR + "\n");
        ProcessBuilder aggregator = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx256m",
                        "-Dlimen.kafka.bootstrap-servers=" + bootstrapServers,
                        "-Dlimen.state-dir=" + folder.resolve("state"),
                        "-Dlimen.access.operator-token-file=" + token,
                        "-Dquarkus.http.port=" + port,
                        "-jar",
                        "target/quarkus-app/quarkus-run.jar")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("aggregator.log").toFile());
        aggregator.environment().put("LIMEN_VIEWER_TOKEN", VIEWER);
        return aggregator.start();
    }

    private int status(String method, String path, String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        method.equals("GET")
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(CHANGE));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (ConnectException notYetThere) {
            return 0;
        }
    }
}
