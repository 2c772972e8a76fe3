package io.limen.aggregator;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.aggregator.rehearsal.Rehearsal;
import io.limen.aggregator.rehearsal.RehearsalBroker;
import io.limen.aggregator.rehearsal.SampleAttributions;
import io.limen.schemas.Attribution;
import io.limen.schemas.ReferenceMode;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged aggregator in a process of its own, on a real broker that comes late, goes away and comes back. */
class AggregatorIT {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final SampleAttributions UNET = new SampleAttributions("unet", "1", "clinic", 0.5);

    private final Random random = new Random(1);
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private int port;

    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES)
    void countsEachExplanationOnceThroughLateTopicsPoisonAndALostBroker() throws Exception {
        port = RehearsalBroker.freePort();
        try (RehearsalBroker broker = new RehearsalBroker(folder.resolve("kafka"), RehearsalBroker.freePort())) {
            broker.start();
            Process aggregator = start(broker.bootstrapServers());
            try {
                await().atMost(PATIENCE).until(() -> status("/q/health/live") == 200);
                await().atMost(PATIENCE).until(() -> log().contains("no topic attributions, "));
                assertEquals(503, status("/q/health/ready"), "not ready before its topics exist");
                broker.createTopics();
                await().atMost(PATIENCE).until(() -> status("/q/health/ready") == 200);

                countsOnce(broker.bootstrapServers());

                broker.goAway();
                broker.start();
                try (Producer<String, byte[]> producer = Rehearsal.producer(broker.bootstrapServers())) {
                    Rehearsal.send(producer, next());
                }
                await().atMost(PATIENCE).until(() -> body("/api/models/unet@1").contains("\"explanations\":4,"));
            } finally {
                stop(aggregator);
            }
        }
        assertTrue(log().contains("Attribution not decodable"), log());
    }

    private void countsOnce(String bootstrapServers) throws Exception {
        try (Producer<String, byte[]> producer = Rehearsal.producer(bootstrapServers)) {
            Attribution repeated = next();
            Rehearsal.send(producer, repeated);
            Rehearsal.sendBytes(producer, "unet@1", new byte[] {7, 7, 7});
            Rehearsal.send(producer, repeated);
            Rehearsal.send(producer, next());
            Rehearsal.send(producer, next());
            await().atMost(PATIENCE)
                    .until(() -> body("/api/models/unet@1").contains("\"explanations\":3,\"duplicatesDropped\":1"));
        }
    }

    private String log() throws Exception {
        return Files.readString(folder.resolve("aggregator.log"));
    }

    private Attribution next() {
        return UNET.next(random, ReferenceMode.GROUND_TRUTH, Instant.now());
    }

    private Process start(String bootstrapServers) throws Exception {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx256m",
                        "-Dlimen.kafka.bootstrap-servers=" + bootstrapServers,
                        "-Dlimen.state-dir=" + folder.resolve("state"),
                        "-Dquarkus.http.port=" + port,
                        "-Dquarkus.http.host=127.0.0.1",
                        "-jar",
                        "target/quarkus-app/quarkus-run.jar")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("aggregator.log").toFile())
                .start();
    }

    private static void stop(Process aggregator) throws InterruptedException {
        aggregator.destroy();
        assertTrue(aggregator.waitFor(30, TimeUnit.SECONDS), "stops when asked to");
    }

    private int status(String path) throws Exception {
        try {
            return get(path).statusCode();
        } catch (ConnectException notYetThere) {
            return 0;
        }
    }

    private String body(String path) throws Exception {
        return get(path).body();
    }

    private HttpResponse<String> get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
