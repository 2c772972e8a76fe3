package io.limen.quickstart.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.quickstart.adapter.process.FreePort;
import io.limen.quickstart.adapter.process.ServiceProcess;
import io.limen.schemas.Attribution;
import io.limen.schemas.ModelStatistics;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.Topic;
import io.limen.schemas.registry.MadeUpRegistry;
import io.limen.schemas.registry.RecordFraming;
import io.limen.schemas.registry.RegistryAccess;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The chain with a schema registry that comes late and goes away: a case from before it, two while it is there, and when it is gone one
 * of a known model and one of nobody's.
 */
@Timeout(600)
class RegistryChainIT {

    /** One from before, two while the registry is there, one afterwards. */
    private static final int EXPLAINED = 4;

    private static final byte SINGLE_OBJECT = (byte) 0xC3;

    @TempDir
    static Path folder;

    private static RegistryChain chain;
    private static ServiceProcess aggregator;
    private static MadeUpRegistry registry;
    private static RecordFraming framing;

    @BeforeAll
    static void runTheChain() throws Exception {
        int port = FreePort.any();
        chain = RegistryChain.start(folder, "http://127.0.0.1:" + port);
        chain.publish(1);
        aggregator = chain.aggregator();
        ServiceProcess explainer = chain.explainer();
        ServiceProcess intake = chain.intake();
        String away = "no schema registry answers at http://127.0.0.1:" + port;
        for (String service : List.of("aggregator", "explainer-service", "producer")) {
            RegistryChain.await(() -> chain.log(service).contains(away), service + " says what it waits for");
        }
        assertNotEquals(200, status(aggregator, "/q/health/ready"), "not ready without the ids");
        assertEquals(2, chain.publishing(1, "--schema-registry", "http://127.0.0.1:" + port), "nobody publishes so");
        registry = MadeUpRegistry.start(port);
        for (ServiceProcess service : List.of(aggregator, explainer, intake)) {
            RegistryChain.awaitReady(service);
        }
        chain.publish(2, "--schema-registry", registry.address());
        framing = RecordFraming.reading(RegistryAccess.of(Optional.of(registry.address()), Optional.empty()));
        registry.close();
        assertEquals(201, bring(intake, RegistryChain.MODEL));
        assertEquals(201, bring(intake, "nobody@1"));
        RegistryChain.await(() -> counted() == EXPLAINED, "every case of the model is counted");
        RegistryChain.await(
                () -> chain.topics()
                                .records(Topic.SEGMENTATION_RESULTS_REJECTED)
                                .size()
                        == 1,
                "a letter is kept");
    }

    @AfterAll
    static void stopTheChain() {
        if (chain != null) {
            chain.close();
        }
        if (registry != null) {
            registry.close();
        }
    }

    private static int bring(ServiceProcess intake, String model) throws Exception {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(IntakeIT.request(intake, model), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static int status(ServiceProcess service, String path) throws Exception {
        URI uri = service.address().resolve(path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static long counted() {
        return decoded(Topic.MODEL_STATISTICS, SingleObjectSerde.modelStatistics()).stream()
                .mapToLong(ModelStatistics::getExplanations)
                .max()
                .orElse(0);
    }

    private static <T extends SpecificRecordBase> List<T> decoded(Topic topic, SingleObjectSerde<T> serde) {
        return chain.topics().records(topic).stream()
                .map(record -> serde.decode(framing.unframed(topic.topicName(), record.value())))
                .toList();
    }

    @Test
    void theCaseFromBeforeIsExplainedWithTheOthers() {
        List<Integer> firstBytes = chain.topics().records(Topic.SEGMENTATION_RESULTS).stream()
                .map(record -> (int) record.value()[0])
                .sorted()
                .toList();

        assertEquals(List.of((int) SINGLE_OBJECT, 0, 0, 0, 0), firstBytes);
        assertEquals(
                EXPLAINED,
                decoded(Topic.ATTRIBUTIONS, SingleObjectSerde.attribution()).stream()
                        .map(Attribution::getCaseId)
                        .distinct()
                        .count());
    }

    @Test
    void everythingThatTheServicesWriteHasAnIdOfItsSchemaInFront() {
        Map<Topic, String> written = Map.of(
                Topic.ATTRIBUTIONS, "Attribution",
                Topic.MODEL_STATISTICS, "ModelStatistics",
                Topic.STATISTICS_HISTORY, "StatisticsHistory",
                Topic.FLEET_STATISTICS, "FleetStatistics",
                Topic.SEGMENTATION_RESULTS_REJECTED, "SegmentationResult");
        written.forEach((topic, schema) -> {
            List<ConsumerRecord<byte[], byte[]>> records = chain.topics().records(topic);
            assertFalse(records.isEmpty(), topic.topicName());
            for (ConsumerRecord<byte[], byte[]> record : records) {
                assertEquals(0, record.value()[0], topic.topicName());
                int id = ByteBuffer.wrap(record.value(), 1, Integer.BYTES).getInt();
                assertEquals(schema, registry.schema(id).getName());
            }
        });
    }

    @Test
    void whatTheStreamKeepsForItselfIsAsEver() throws Exception {
        Set<String> internal;
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", chain.bootstrapServers()))) {
            internal = admin.listTopics().names().get().stream()
                    .filter(name -> name.startsWith("limen-aggregator-"))
                    .collect(Collectors.toSet());
        }
        List<ConsumerRecord<byte[], byte[]>> records = internal.stream()
                .filter(name -> name.contains("statistics-per-") || name.contains("fleet-summaries"))
                .flatMap(name -> chain.topics().records(name).stream())
                .toList();

        assertTrue(records.size() >= 3, internal::toString);
        for (ConsumerRecord<byte[], byte[]> record : records) {
            assertEquals(SINGLE_OBJECT, record.value()[0], record.topic());
        }
    }

    @Test
    void theDashboardReadsBothFramings() throws Exception {
        for (Attribution explained : decoded(Topic.ATTRIBUTIONS, SingleObjectSerde.attribution())) {
            String path = "/api/explanations/" + explained.getExplanationId();
            assertEquals(200, status(aggregator, path));
            assertEquals(200, status(aggregator, path + "/image.png"), "the case's own record");
        }
    }
}
