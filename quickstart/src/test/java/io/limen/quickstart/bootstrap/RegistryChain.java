package io.limen.quickstart.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.limen.quickstart.adapter.broker.EmbeddedBroker;
import io.limen.quickstart.adapter.process.ChildProcess;
import io.limen.quickstart.adapter.process.FreePort;
import io.limen.quickstart.adapter.process.Installation;
import io.limen.quickstart.adapter.process.ServiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Broker, explainer, aggregator and intake, told of a schema registry that need not be there yet. */
final class RegistryChain implements AutoCloseable {

    static final Duration LIMIT = Duration.ofMinutes(4);
    static final String MODEL = "phantom-unet@1";
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Installation INSTALLATION = new Installation(Path.of(".."));

    private final Path folder;
    private final String registry;
    private final EmbeddedBroker broker;
    private final List<ChildProcess> children = new ArrayList<>();
    private int runs;

    private RegistryChain(Path folder, String registry, EmbeddedBroker broker) {
        this.folder = folder;
        this.registry = registry;
        this.broker = broker;
    }

    /** Starts the broker alone. */
    static RegistryChain start(Path folder, String registry) throws IOException {
        INSTALLATION.missing().ifPresent(line -> fail("the chain needs the jars of every module: " + line));
        EmbeddedBroker broker =
                EmbeddedBroker.start(Files.createDirectories(folder.resolve("broker")), FreePort.any(), FreePort.any());
        broker.createTopics();
        return new RegistryChain(folder, registry, broker);
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** What lies on the topics, byte for byte. */
    TopicReader topics() {
        return new TopicReader(broker.bootstrapServers());
    }

    ServiceProcess explainer() throws IOException {
        return service(
                "explainer-service",
                "-Dlimen.models.roots=" + INSTALLATION.models(),
                "-Dlimen.workers=1",
                "-Dlimen.explain.max-forwards=300");
    }

    ServiceProcess aggregator() throws IOException {
        return service(
                "aggregator",
                "-Dlimen.state-dir=" + folder.resolve("state"),
                "-Dlimen.drift.reference=20",
                "-Dlimen.drift.expected-run-time=200",
                "-Dlimen.drift.study-gap=PT0.2S");
    }

    ServiceProcess intake() throws IOException {
        return service("producer");
    }

    private ServiceProcess service(String name, String... more) throws IOException {
        List<String> options = new ArrayList<>(List.of(
                "-Xmx512m",
                "-Dlimen.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                "-Dlimen.schema-registry.url=" + registry));
        options.addAll(List.of(more));
        ServiceProcess service = INSTALLATION
                .service(name)
                .start(options, FreePort.any(), Files.createDirectories(folder.resolve(name)));
        children.add(service.process());
        return service;
    }

    /** What a service has logged. */
    String log(String name) {
        try {
            return Files.readString(folder.resolve(name).resolve(name + ".log"));
        } catch (IOException e) {
            return "";
        }
    }

    /** Publishes phantoms that no other run publishes. */
    void publish(int cases, String... more) throws IOException {
        assertEquals(0, publishing(cases, more), () -> log("publish-" + runs));
    }

    /** The exit code. */
    int publishing(int cases, String... more) throws IOException {
        runs++;
        List<String> arguments = new ArrayList<>(List.of("publish", "--phantoms", String.valueOf(cases)));
        arguments.addAll(List.of("--seed", String.valueOf(1000 * runs), "--model", MODEL));
        arguments.addAll(List.of("--bootstrap", broker.bootstrapServers()));
        arguments.addAll(List.of(more));
        ChildProcess producer = ChildProcess.start(
                INSTALLATION.producer(arguments, Files.createDirectories(folder.resolve("publish-" + runs))));
        children.add(producer);
        await(() -> producer.exitCode().isPresent(), "the producer ends");
        return producer.exitCode().getAsInt();
    }

    static void await(BooleanSupplier condition, String what) {
        Instant deadline = Instant.now().plus(LIMIT);
        while (!condition.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(deadline), what + " in time");
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    static void awaitReady(ServiceProcess service) {
        service.awaitReady(Instant.now().plus(LIMIT)).ifPresent(failure -> fail(failure.toString()));
    }

    @Override
    public void close() {
        children.forEach(ChildProcess::requestStop);
        children.forEach(ChildProcess::close);
        broker.close();
    }
}
