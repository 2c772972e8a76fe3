package io.limen.quickstart.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import io.limen.quickstart.adapter.process.ChildProcess;
import io.limen.quickstart.adapter.process.FreePort;
import io.limen.quickstart.adapter.process.Launch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** An Apicurio Registry in a process of its own, from its distribution. */
record Apicurio(ChildProcess process, int port) implements AutoCloseable {

    /** Starts one on a free port that forgets everything at its end. */
    static Apicurio start(Path folder) throws IOException {
        return start(folder, Map.of());
    }

    /** Starts one on a free port with variables of its environment. */
    static Apicurio start(Path folder, Map<String, String> environment) throws IOException {
        int port = FreePort.any();
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:TieredStopAtLevel=1",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-jar",
                runner(unpacked(folder)).toString());
        return new Apicurio(ChildProcess.start(new Launch("apicurio", command, environment, folder)), port);
    }

    private static Path unpacked(Path folder) throws IOException {
        String archive = System.getenv("LIMEN_APICURIO");
        Process tar = new ProcessBuilder("tar", "xzf", archive, "-C", folder.toString())
                .inheritIO()
                .start();
        assertEquals(0, tar.onExit().join().exitValue(), archive);
        return folder;
    }

    private static Path runner(Path distribution) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(distribution, "*-runner.jar")) {
            for (Path jar : found) {
                return jar;
            }
        }
        return fail("no registry in " + distribution);
    }

    /** Where it does as Confluent's registry does. */
    String compatible() {
        return "http://127.0.0.1:" + port + "/apis/ccompat/v7";
    }

    /** Where its own clients look. */
    String own() {
        return "http://127.0.0.1:" + port + "/apis/registry/v3";
    }

    void awaitReady() {
        RegistryChain.await(
                () -> {
                    process.ended().ifPresent(failure -> fail(failure.toString()));
                    return isReady();
                },
                "the registry is ready");
    }

    private boolean isReady() {
        try {
            return get("/health/ready").statusCode() == 200;
        } catch (UncheckedIOException notYetThere) {
            return false;
        }
    }

    /** What it answers to a request without a body. */
    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build());
    }

    /** What it answers to a schema. */
    HttpResponse<String> register(String subject, String body) {
        return send(HttpRequest.newBuilder(URI.create(compatible() + "/subjects/" + subject + "/versions"))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return fail("interrupted", e);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
