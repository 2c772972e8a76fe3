package io.limen.quickstart.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.limen.quickstart.adapter.broker.SecuredBroker;
import io.limen.quickstart.adapter.process.ChildProcess;
import io.limen.quickstart.adapter.process.FreePort;
import io.limen.quickstart.adapter.process.Installation;
import io.limen.quickstart.adapter.process.ServiceProcess;
import io.limen.schemas.AuditEntry;
import io.limen.schemas.BrokerSecurity;
import io.limen.schemas.ModelStatistics;
import io.limen.schemas.Publication;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.Topic;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The chain on a broker that encrypts, asks for names and lets each service do only its own work. */
@Timeout(300)
class SecuredChainIT {

    private static final int CASES = 2;
    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Installation INSTALLATION = new Installation(Path.of(".."));
    private static final List<ChildProcess> CHILDREN = new ArrayList<>();

    @TempDir
    static Path folder;

    private static SecuredBroker broker;
    private static ServiceProcess aggregator;

    @BeforeAll
    static void startTheServices() throws Exception {
        INSTALLATION.missing().ifPresent(line -> fail("the chain needs the jars of every module: " + line));
        broker = SecuredBroker.start(folder, FreePort.any(), FreePort.any(), FreePort.any());
        ServiceProcess explainer = service(
                "explainer-service",
                "explainer",
                List.of(
                        "-Dlimen.models.roots=" + INSTALLATION.models(),
                        "-Dlimen.workers=1",
                        "-Dlimen.explain.max-forwards=300"));
        aggregator = service("aggregator", "aggregator", List.of("-Dlimen.state-dir=" + folder.resolve("state")));
        Instant deadline = Instant.now().plus(LIMIT);
        explainer.awaitReady(deadline).ifPresent(failure -> fail(failure.toString()));
        aggregator.awaitReady(deadline).ifPresent(failure -> fail(failure.toString()));
    }

    private static ServiceProcess service(String name, String user, List<String> more) throws Exception {
        List<String> options = new ArrayList<>(List.of(
                "-Xmx512m",
                "-Dlimen.kafka.bootstrap-servers=" + broker.securedServers(),
                "-Dlimen.kafka.security=" + broker.clientProperties(user, true)));
        options.addAll(more);
        ServiceProcess service = INSTALLATION
                .service(name)
                .start(options, FreePort.any(), Files.createDirectories(folder.resolve(name)));
        CHILDREN.add(service.process());
        return service;
    }

    @AfterAll
    static void stopThem() {
        CHILDREN.forEach(ChildProcess::requestStop);
        CHILDREN.forEach(ChildProcess::close);
        if (broker != null) {
            broker.close();
        }
    }

    @Test
    void casesGoThroughAllServices() throws Exception {
        assertEquals(0, publish(broker.clientProperties("producer", true)));

        TopicReader reader = new TopicReader(broker.openServers());
        Publication publication = reader.all(Topic.AUDIT_LOG, SingleObjectSerde.auditEntry()).stream()
                .filter(entry -> entry.getPublication() != null)
                .findFirst()
                .orElseThrow()
                .getPublication();
        assertEquals(List.of("phantom-unet@1"), publication.getModels());
        assertEquals(CASES, publication.getPublished());
        Instant deadline = Instant.now().plus(LIMIT);
        long counted = 0;
        while (counted < CASES) {
            assertTrue(Instant.now().isBefore(deadline), "counted " + counted + " in time");
            counted = reader.all(Topic.MODEL_STATISTICS, SingleObjectSerde.modelStatistics()).stream()
                    .mapToLong(ModelStatistics::getExplanations)
                    .max()
                    .orElse(0);
        }
        assertEquals(
                List.of(), reader.all(Topic.SEGMENTATION_RESULTS_REJECTED, SingleObjectSerde.segmentationResult()));
    }

    @Test
    void whoTellsTheWatchSomethingIsOnRecord() throws Exception {
        HttpRequest change = HttpRequest.newBuilder(aggregator.address().resolve("/api/models/secured@1/reference"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"from\": \"NEWEST\", \"by\": \"safety officer\"}"))
                .build();

        assertEquals(
                202,
                HttpClient.newHttpClient()
                        .send(change, HttpResponse.BodyHandlers.discarding())
                        .statusCode());

        TopicReader reader = new TopicReader(broker.openServers());
        String command = reader.all(Topic.DRIFT_COMMANDS, SingleObjectSerde.driftCommand())
                .get(0)
                .getCommandId();
        AuditEntry entry = reader.all(Topic.AUDIT_LOG, SingleObjectSerde.auditEntry()).stream()
                .filter(one -> command.equals(one.getCommandId()))
                .findFirst()
                .orElseThrow();
        assertEquals("this-machine", entry.getWho());
    }

    @Test
    void whoGuessesAPasswordPublishesNothing() throws Exception {
        assertEquals(2, publish(broker.clientProperties("producer", false)));
    }

    @Test
    void whoCanNotBePutOnRecordPublishesNothing() throws Exception {
        assertEquals(2, publish(broker.clientProperties("unrecorded", true)));
    }

    @Test
    void producerMayNotReadWhatTheExplainerPublishes() throws Exception {
        BrokerSecurity security = BrokerSecurity.read(broker.clientProperties("producer", true));
        Map<String, Object> settings = security.on(Map.of("bootstrap.servers", broker.securedServers()));
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            assertThrows(
                    TopicAuthorizationException.class, () -> consumer.partitionsFor(Topic.ATTRIBUTIONS.topicName()));
        }
    }

    @Test
    void explainerMayNotWriteStatistics() throws Exception {
        BrokerSecurity security = BrokerSecurity.read(broker.clientProperties("explainer", true));
        Map<String, Object> settings = security.on(Map.of("bootstrap.servers", broker.securedServers()));
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            ExecutionException refused = assertThrows(
                    ExecutionException.class,
                    () -> producer.send(new ProducerRecord<>(Topic.MODEL_STATISTICS.topicName(), new byte[0]))
                            .get());
            assertInstanceOf(TopicAuthorizationException.class, refused.getCause());
        }
    }

    private static int publish(Path security) throws Exception {
        ChildProcess producer = ChildProcess.start(INSTALLATION.producer(
                List.of(
                        "publish",
                        "--phantoms",
                        String.valueOf(CASES),
                        "--site",
                        "secured",
                        "--model",
                        "phantom-unet@1",
                        "--bootstrap",
                        broker.securedServers(),
                        "--kafka-config",
                        security.toString()),
                Files.createDirectories(folder.resolve("producer"))));
        CHILDREN.add(producer);
        Instant deadline = Instant.now().plus(LIMIT);
        while (producer.exitCode().isEmpty()) {
            assertTrue(Instant.now().isBefore(deadline), "the producer ends in time");
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return producer.exitCode().getAsInt();
    }
}
