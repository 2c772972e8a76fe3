package io.limen.quickstart.bootstrap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limen.quickstart.adapter.process.ChildProcess;
import io.limen.quickstart.adapter.process.FreePort;
import io.limen.quickstart.adapter.process.Launch;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Prometheus on loopback that scrapes services every second and takes the rules that are shipped. */
final class Prometheus implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ChildProcess process;
    private final URI address;

    private Prometheus(ChildProcess process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Where it is installed, if it is. */
    static Optional<Path> program() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(place -> Path.of(place, "prometheus"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Starts it.
     *
     * @param folder for its configuration and data
     * @param rules a file of rules as Prometheus takes it
     * @param jobs names of jobs and the service that each scrapes
     */
    static Prometheus start(Path program, Path folder, Path rules, Map<String, URI> jobs) throws IOException {
        String scrapes = jobs.entrySet().stream()
                .map(job -> """
                          - job_name: %s
                            metrics_path: /q/metrics
                            static_configs: [{targets: ["%s"]}]
                        """.formatted(job.getKey(), job.getValue().getAuthority()))
                .collect(Collectors.joining());
        Path configuration =
                Files.writeString(folder.resolve("prometheus.yml"), """
                global: {scrape_interval: 1s, evaluation_interval: 1s}
                rule_files: ["%s"]
                scrape_configs:
                """.formatted(rules.toAbsolutePath()) + scrapes);
        int port = FreePort.any();
        List<String> command = List.of(
                program.toString(),
                "--config.file=" + configuration,
                "--storage.tsdb.path=" + folder.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port);
        return new Prometheus(
                ChildProcess.start(new Launch("prometheus", command, Map.of(), folder)),
                URI.create("http://127.0.0.1:" + port + "/"));
    }

    /** Whether it answers. */
    boolean isReady() throws InterruptedException {
        process.ended().ifPresent(failure -> {
            throw new AssertionError(failure.toString());
        });
        try {
            return get("-/ready").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** The result of an expression at this moment. */
    JsonNode query(String expression) throws IOException, InterruptedException {
        return data("api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8))
                .get("result");
    }

    /** The data of an answer of its interface. */
    JsonNode data(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = get(path);
        if (response.statusCode() != 200) {
            throw new AssertionError(path + ": " + response.body());
        }
        return new ObjectMapper().readTree(response.body()).get("data");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(address.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        process.close();
    }
}
