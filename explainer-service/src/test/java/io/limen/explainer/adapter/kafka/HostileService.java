package io.limen.explainer.adapter.kafka;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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

/** The packaged explainer as a process of its own, with a small heap, that tells all it can in its log. */
final class HostileService implements AutoCloseable {

    private static final String MEMORY = "VmHWM:";

    private final Process process;
    private final Path log;
    private static final Duration STARTING = Duration.ofMinutes(10);

    private final int port;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private HostileService(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** @param settings beside those of a service that explains roughly */
    static HostileService start(String bootstrapServers, Path folder, String heap, Map<String, String> settings)
            throws IOException {
        int port = freePort();
        Path log = folder.resolve("explainer.log");
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx" + heap,
                "-Djava.awt.headless=true",
                "-Dai.djl.offline=true",
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.log.category.\"io.limen\".level=DEBUG",
                "-Dquarkus.log.category.\"io.limen\".min-level=DEBUG",
                "-Dlimen.kafka.bootstrap-servers=" + bootstrapServers,
                "-Dlimen.models.roots=" + Path.of("../quickstart/models").toAbsolutePath(),
                "-Dlimen.models.preload=phantom-unet@1",
                "-Dlimen.workers=2",
                "-Dlimen.explain.schedule=published",
                "-Dlimen.explain.screening-draws=1",
                "-Dlimen.explain.draws=2",
                "-Dlimen.explain.block-size=32",
                "-Dlimen.explain.max-forwards=1",
                "-Dlimen.explain.warm-up=off",
                "-Dlimen.explain.cache=" + folder.resolve("cache")));
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-jar", "target/quarkus-app/quarkus-run.jar"));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new HostileService(process, log, port);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    boolean alive() {
        return process.isAlive();
    }

    /** HTTP status of the health check that asks whether every worker lives. */
    int liveness() throws IOException, InterruptedException {
        return get("/q/health/live").statusCode();
    }

    /** Waits until it takes cases: on a loaded machine that is minutes. */
    void awaitReady() throws InterruptedException {
        long deadline = System.nanoTime() + STARTING.toNanos();
        while (!isReady()) {
            assertTrue(alive() && System.nanoTime() < deadline, "the service gets ready");
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            return get("/q/health/ready").statusCode() == 200;
        } catch (IOException e) {
            // not listening yet
            return false;
        }
    }

    /** Sum of a metric's series whose line holds the text. */
    double metric(String name, String holding) throws IOException, InterruptedException {
        return get("/q/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name) && line.contains(holding))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** The most memory that the process had in RAM since it was asked last, mebibytes. */
    long peakMebibytes() throws IOException {
        Path proc = Path.of("/proc/" + process.pid());
        long kibibytes = Files.readAllLines(proc.resolve("status")).stream()
                .filter(line -> line.startsWith(MEMORY))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
        Files.writeString(proc.resolve("clear_refs"), "5");
        return kibibytes / 1024;
    }

    String log() throws IOException {
        return Files.readString(log, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
