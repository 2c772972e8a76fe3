package io.limen.quickstart.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.limen.quickstart.adapter.process.ServiceProcess;
import io.limen.schemas.Attribution;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.Topic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The chain on a real registry. Who reads the topics here, and who writes explanations of a model that changes, has no schema but what
 * the registry gives.
 */
@Timeout(600)
class ApicurioIT {

    private static final int STEADY = 25;
    private static final int SHIFTED = 40;
    private static final String STRANGE = "strange";

    @TempDir
    static Path folder;

    private static Apicurio registry;
    private static RegistryChain chain;
    private static Strangers strangers;

    @BeforeAll
    static void runTheChain() throws Exception {
        registry = Apicurio.start(Files.createDirectories(folder.resolve("apicurio")));
        chain = RegistryChain.start(folder, registry.compatible());
        strangers = new Strangers(chain.bootstrapServers(), registry.own());
        ServiceProcess aggregator = chain.aggregator();
        ServiceProcess explainer = chain.explainer();
        registry.awaitReady();
        RegistryChain.awaitReady(aggregator);
        RegistryChain.awaitReady(explainer);
        chain.publish(1, "--schema-registry", registry.compatible());
        publishChange();
        RegistryChain.await(() -> explanations("phantom-unet") == 1, "the case is explained and counted");
        RegistryChain.await(
                () -> !chain.topics().records(Topic.DRIFT_ALERTS).isEmpty(), "the change of the model raises an alert");
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

    /** A model that looks around the region and then far away. */
    private static void publishChange() throws Exception {
        Random random = new Random(5);
        try (Producer<String, GenericRecord> writer = strangers.writer()) {
            for (int i = 0; i < STEADY + SHIFTED; i++) {
                Attribution one = golden();
                byte[] id = new byte[32];
                random.nextBytes(id);
                one.setExplanationId(HexFormat.of().formatHex(id));
                one.setCaseId("case-" + i);
                one.setStudyId("study-" + i);
                one.setModel(STRANGE);
                one.setInclusionProbability(1);
                one.setSegmentedAt(Instant.now().minusSeconds(STEADY + SHIFTED - i));
                one.setExplainedAt(Instant.now());
                double shift = i < STEADY ? 0 : 0.4;
                one.getStrategy().setLocality(0.8 - shift + 0.02 * random.nextGaussian());
                one.getStrategy().setCausalRadius(0.3 + shift + 0.02 * random.nextGaussian());
                writer.send(new ProducerRecord<>(Topic.ATTRIBUTIONS.topicName(), STRANGE + "@1", generic(one)))
                        .get();
            }
        }
    }

    private static Attribution golden() throws Exception {
        int newest = Topic.ATTRIBUTIONS.releasedSchemas().size();
        try (InputStream file = ApicurioIT.class.getResourceAsStream("/golden/Attribution-v" + newest + ".bin")) {
            return SingleObjectSerde.attribution().decode(file.readAllBytes());
        }
    }

    /** As one that was never of a class of ours. */
    private static GenericRecord generic(Attribution attribution) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new SpecificDatumWriter<>(Attribution.class).write(attribution, encoder);
        encoder.flush();
        return new GenericDatumReader<GenericRecord>(attribution.getSchema())
                .read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));
    }

    private static long explanations(String model) {
        return strangers.read(Topic.MODEL_STATISTICS).stream()
                .filter(record -> record.get("model").toString().equals(model))
                .mapToLong(record -> (Long) record.get("explanations"))
                .max()
                .orElse(0);
    }

    @Test
    void aReaderThatKnowsTheRegistryAloneReadsWhatLimenWrites() {
        GenericRecord published = strangers.read(Topic.SEGMENTATION_RESULTS).get(0);
        assertEquals("phantom-unet", published.get("model").toString());
        GenericRecord explained = strangers.read(Topic.ATTRIBUTIONS).stream()
                .filter(record -> record.get("model").toString().equals("phantom-unet"))
                .findFirst()
                .orElseThrow();
        assertEquals(published.get("caseId").toString(), explained.get("caseId").toString());
        GenericRecord alert = strangers.read(Topic.DRIFT_ALERTS).get(0);
        assertEquals(STRANGE, alert.get("model").toString());
    }

    @Test
    void whatAWriterThatKnowsTheRegistryAloneWritesIsCounted() {
        RegistryChain.await(() -> explanations(STRANGE) == STEADY + SHIFTED, "every explanation is counted");
    }

    @Test
    void everySchemaIsThereAndOneThatBreaksReadersIsRefused() throws Exception {
        for (Topic topic : Topic.values()) {
            HttpResponse<String> versions =
                    registry.get("/apis/ccompat/v7/subjects/" + topic.topicName() + "-value/versions");
            assertEquals(200, versions.statusCode(), topic.topicName());
            assertEquals(
                    topic.releasedSchemas().size(),
                    new ObjectMapper().readTree(versions.body()).size(),
                    topic.topicName());
        }

        List<Schema> released = Topic.DRIFT_ALERTS.releasedSchemas();
        Schema newest = released.get(released.size() - 1);

        HttpResponse<String> breaking = register(with(newest, "{\"name\": \"severity\", \"type\": \"int\"}"));
        HttpResponse<String> gentle =
                register(with(newest, "{\"name\": \"severity\", \"type\": \"int\", \"default\": 0}"));

        assertEquals(409, breaking.statusCode(), breaking.body());
        assertEquals(200, gentle.statusCode(), gentle.body());
    }

    private static String with(Schema schema, String field) {
        String json = schema.toString();
        int fields = json.indexOf("\"fields\":[") + "\"fields\":[".length();
        return json.substring(0, fields) + field + "," + json.substring(fields);
    }

    private static HttpResponse<String> register(String schema) throws Exception {
        return registry.register(
                Topic.DRIFT_ALERTS.topicName() + "-value",
                new ObjectMapper().writeValueAsString(Map.of("schema", schema)));
    }
}
