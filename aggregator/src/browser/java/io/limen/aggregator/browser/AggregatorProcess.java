package io.limen.aggregator.browser;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limen.aggregator.rehearsal.RehearsalBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The packaged aggregator in a process of its own. */
final class AggregatorProcess implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder;
    private final int port;
    private final List<String> settings;
    private Process process;

    /** Not started yet. @param settings -Dname=value */
    AggregatorProcess(Path folder, String bootstrapServers, List<String> settings) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.port = RehearsalBroker.freePort();
        this.settings = new ArrayList<>(settings);
        this.settings.add("-Dlimen.kafka.bootstrap-servers=" + bootstrapServers);
        this.settings.add("-Dlimen.state-dir=" + folder.resolve("state"));
        this.settings.add("-Dquarkus.http.port=" + port);
    }

    /** Where its page is. */
    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** Starts it and waits until it says that it is ready. */
    void start() throws IOException {
        launch();
        await().atMost(Stage.PATIENCE).until(() -> status("/q/health/ready") == 200);
    }

    /** Starts it and waits for nothing. */
    void launch() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.add("-Xmx320m");
        command.addAll(settings);
        command.addAll(List.of("-jar", "target/quarkus-app/quarkus-run.jar"));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("aggregator.log").toFile()))
                .start();
        // who is ended by a key or a signal leaves no process behind
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    }

    /** Ends it as a power cut does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.onExit().get(30, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException | InterruptedException e) {
            kill();
        }
    }

    /** What a path of the interface answers to a caller on this machine. */
    JsonNode json(String path) {
        try {
            return JSON.readTree(get(path).body());
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    private int status(String path) {
        try {
            return get(path).statusCode();
        } catch (IOException notYetThere) {
            return 0;
        }
    }

    private HttpResponse<String> get(String path) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address() + path))
                .timeout(Duration.ofSeconds(30))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
