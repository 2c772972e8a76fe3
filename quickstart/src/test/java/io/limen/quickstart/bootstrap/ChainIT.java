package io.limen.quickstart.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limen.quickstart.adapter.process.FreePort;
import io.limen.quickstart.adapter.process.Installation;
import io.limen.quickstart.application.EventStream;
import io.limen.quickstart.domain.DemoPlan;
import io.limen.quickstart.domain.Progress;
import io.limen.quickstart.domain.Scenario;
import io.limen.quickstart.domain.StreamEvent;
import io.limen.schemas.Attribution;
import io.limen.schemas.FeatureStatistics;
import io.limen.schemas.GroupStatistics;
import io.limen.schemas.ModelStatistics;
import io.limen.schemas.ReferenceMode;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.StrategyFeatures;
import io.limen.schemas.Topic;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The whole chain, once: the broker in this process, the built jars of the producer, the explainer and the aggregator as
 * processes, the demo's models, cases of both and one record that is none.
 */
class ChainIT {

    private static final int CASES = 6;
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final double TOLERANCE = 1e-9;
    private static final List<String> MODELS = List.of("phantom-segformer@1", "phantom-unet@1");

    private static final Map<String, String> REJECTIONS = new HashMap<>();

    private static DemoStage stage;
    private static RecordMetadata poison;
    private static Progress progress = Progress.of(CASES, DemoPlan.SITE);
    private static List<Attribution> attributions;
    private static Map<String, ModelStatistics> statistics;

    @BeforeAll
    static void runTheChain() throws Exception {
        Installation installation = new Installation(Path.of(".."));
        installation.missing().ifPresent(line -> fail("the chain needs the jars of every module: " + line));
        stage = new DemoStage(new DemoSettings(
                installation, List.of(), List.of(), false, Duration.ofSeconds(20), FreePort.any(), Scenario.STEADY));
        stage.startBroker();
        stage.startServices();
        stage.awaitServices(LIMIT).ifPresent(failure -> fail(failure.toString()));
        poison = publishPoison();
        stage.publish(new DemoPlan(CASES, Scenario.STEADY, true));
        awaitTheEnd();
        TopicReader reader = new TopicReader(stage.bootstrapServers());
        attributions = reader.all(Topic.ATTRIBUTIONS, SingleObjectSerde.attribution());
        statistics = reader.all(Topic.MODEL_STATISTICS, SingleObjectSerde.modelStatistics()).stream()
                .collect(Collectors.toMap(
                        one -> one.getModel() + "@" + one.getModelVersion(), one -> one, (older, newer) -> newer));
    }

    @AfterAll
    static void stopTheChain() {
        if (stage != null) {
            stage.close();
        }
    }

    @Test
    void everyCaseIsExplainedForItsModel() {
        Map<String, Long> perModel = attributions.stream()
                .collect(Collectors.groupingBy(
                        one -> one.getModel() + "@" + one.getModelVersion(), Collectors.counting()));

        assertEquals(Map.of(MODELS.get(0), CASES / 2L, MODELS.get(1), CASES / 2L), perModel);
        assertEquals(
                CASES,
                attributions.stream().map(Attribution::getCaseId).distinct().count());
    }

    @Test
    void explanationsAreWhole() {
        for (Attribution one : attributions) {
            int blocks = one.getGridHeight() * one.getGridWidth();
            assertEquals(blocks, one.getEffects().size());
            assertEquals(blocks, one.getDraws().size());
            assertTrue(one.getEffects().stream().anyMatch(Objects::isNull), "blocks in the region are not treated");
            assertEquals(ReferenceMode.GROUND_TRUTH, one.getReferenceMode());
            assertEquals("adaptive", one.getSchedule());
            assertTrue(one.getBaselineDice() > 0 && one.getBaselineDice() <= 100, "Dice: " + one.getBaselineDice());
            assertTrue(one.getForwards() > 3L * blocks / 2, "forwards: " + one.getForwards());
            assertEquals(64, one.getExplanationId().length());
        }
    }

    @Test
    void someBlockMattersToEachModel() {
        for (String model : MODELS) {
            assertTrue(
                    ofModel(model).stream()
                            .flatMap(one -> one.getEffects().stream())
                            .anyMatch(effect -> effect != null && effect != 0),
                    model);
        }
    }

    @Test
    void statisticsAreThoseOfTheAttributions() {
        for (String model : MODELS) {
            List<Attribution> ofModel = ofModel(model);
            assertEquals(CASES / 2, statistics.get(model).getExplanations());
            assertEquals(1, statistics.get(model).getGroups().size());
            GroupStatistics group = statistics.get(model).getGroups().get(0);
            assertEquals(ofModel.get(0).getSite(), group.getSite());
            assertEquals(classCounts(ofModel), positive(group.getClassCounts()));
            features().forEach((name, feature) -> {
                if (name.equals("profileNoise")) {
                    // what is uncertain about the profile is no feature of its own
                    return;
                }
                List<Double> values = ofModel.stream()
                        .map(feature)
                        .filter(Objects::nonNull)
                        .map(value -> ((Number) value).doubleValue())
                        .toList();
                assertMoments(model + " " + name, values, group.getFeatures().get(name));
            });
        }
    }

    @Test
    void poisonIsOnTheRejectedTopicWithItsReasonAndStopsNothing() {
        assertEquals(1, REJECTIONS.size(), REJECTIONS.toString());
        assertEquals(Map.of(), progress.rejected(), "no case of the demo");
        String origin = Topic.SEGMENTATION_RESULTS.topicName() + "/" + poison.partition() + "/" + poison.offset();
        String reason = REJECTIONS.get(origin);
        assertFalse(reason == null || reason.isBlank() || reason.equals("?"), REJECTIONS.toString());
    }

    @Test
    void restInterfaceAgreesWithTheTopic() throws Exception {
        JsonNode models = json("/api/models");

        assertEquals(MODELS.size(), models.size());
        for (int i = 0; i < MODELS.size(); i++) {
            assertEquals(MODELS.get(i), models.get(i).get("id").asText());
            JsonNode group = models.get(i).get("statistics").get("groups").get(0);
            GroupStatistics published =
                    statistics.get(MODELS.get(i)).getGroups().get(0);
            assertEquals(published.getExplanations(), group.get("explanations").asLong());
            assertEquals(
                    published.getFeatures().get("baselineDice").getMean(),
                    group.get("features").get("baselineDice").get("mean").asDouble(),
                    TOLERANCE);
            assertEquals(models.get(i), json("/api/models/" + MODELS.get(i)));
        }
    }

    private static RecordMetadata publishPoison() throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", stage.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            return producer.send(new ProducerRecord<>(
                            Topic.SEGMENTATION_RESULTS.topicName(),
                            "poison".getBytes(StandardCharsets.UTF_8),
                            "not a record".getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }

    private static void awaitTheEnd() {
        Instant deadline = Instant.now().plus(LIMIT);
        try (EventStream events = stage.events()) {
            while (REJECTIONS.isEmpty() || !(progress.complete() && progress.counted())) {
                for (StreamEvent event : events.next(Duration.ofMillis(200))) {
                    progress = progress.with(event);
                    if (event instanceof StreamEvent.Rejected rejected) {
                        REJECTIONS.put(rejected.origin(), rejected.reason());
                    }
                }
                stage.failure().ifPresent(failure -> fail(failure.toString()));
                assertTrue(
                        Instant.now().isBefore(deadline),
                        () -> "explained " + progress.explained() + ", rejected " + REJECTIONS + ", counted "
                                + progress.figures());
            }
        }
    }

    private static List<Attribution> ofModel(String model) {
        return attributions.stream()
                .filter(one -> model.equals(one.getModel() + "@" + one.getModelVersion()))
                .toList();
    }

    private static Map<String, Long> classCounts(List<Attribution> ofModel) {
        return ofModel.stream()
                .collect(Collectors.groupingBy(
                        one -> one.getStrategy().getStrategy().name(), Collectors.counting()));
    }

    private static Map<String, Long> positive(Map<String, Long> counts) {
        Map<String, Long> some = new HashMap<>(counts);
        some.values().removeIf(count -> count == 0);
        return some;
    }

    /** Every number of StrategyFeatures, and baselineDice, by name. */
    private static Map<String, Function<Attribution, Object>> features() {
        Map<String, Function<Attribution, Object>> features = new HashMap<>();
        features.put("baselineDice", Attribution::getBaselineDice);
        for (Schema.Field field : StrategyFeatures.getClassSchema().getFields()) {
            boolean number = field.schema().getType() == Schema.Type.DOUBLE
                    || (field.schema().isUnion()
                            && field.schema().getTypes().get(1).getType() == Schema.Type.DOUBLE);
            if (number) {
                features.put(field.name(), one -> one.getStrategy().get(field.pos()));
            }
        }
        return features;
    }

    private static void assertMoments(String name, List<Double> values, FeatureStatistics published) {
        assertEquals(values.size(), published == null ? 0 : published.getCount(), name);
        if (values.isEmpty()) {
            return;
        }
        List<Double> sorted = new ArrayList<>(values);
        sorted.sort(null);
        double mean = values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
        double m2 = values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        assertEquals(mean, published.getMean(), TOLERANCE * (1 + Math.abs(mean)), name);
        assertEquals(m2, published.getM2(), TOLERANCE * (1 + m2), name);
        assertEquals(sorted.get(0), published.getMin(), name);
        assertEquals(sorted.get(sorted.size() - 1), published.getMax(), name);
    }

    private static JsonNode json(String path) throws Exception {
        URI uri = stage.dashboard().resolve(path);
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(200, response.statusCode(), path);
        return new ObjectMapper().readTree(response.body());
    }
}
