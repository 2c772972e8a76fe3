package io.limen.aggregator.adapter.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.aggregator.adapter.topology.flow.SeenKeys;
import io.limen.aggregator.application.ExplanationOutcome;
import io.limen.aggregator.domain.window.CountWindow;
import io.limen.aggregator.rehearsal.SampleAttributions;
import io.limen.schemas.Attribution;
import io.limen.schemas.ComponentAnalysis;
import io.limen.schemas.ComponentEffect;
import io.limen.schemas.ComponentStatistics;
import io.limen.schemas.FeatureStatistics;
import io.limen.schemas.GroupStatistics;
import io.limen.schemas.ModelStatistics;
import io.limen.schemas.ReferenceMode;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.Topic;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AggregatorTopologyTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final SampleAttributions UNET = new SampleAttributions("unet", "1", "clinic", 0.5);
    private static final SampleAttributions SEGFORMER = new SampleAttributions("segformer", "2", "clinic", 2);

    private final Random random = new Random(5);
    private final List<ExplanationOutcome> outcomes = new ArrayList<>();
    private TopologyTestDriver driver;
    private TestInputTopic<String, byte[]> attributions;
    private TestOutputTopic<String, ModelStatistics> statistics;

    @BeforeEach
    void start(@TempDir Path stateDir) {
        Properties settings = new Properties();
        settings.putAll(Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG,
                "test",
                StreamsConfig.STATE_DIR_CONFIG,
                stateDir.toString(),
                StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
                PoisonRecordHandler.class,
                StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
                PoisonRecordHandler.class,
                PoisonRecordHandler.METRICS,
                (io.limen.aggregator.application.ExplanationMetrics) outcomes::add));
        driver = new TopologyTestDriver(
                new AggregatorTopology(outcomes::add, new CountWindow(100), SampleWatch.TOPOLOGY, SampleWatch.UNTRACED)
                        .build(),
                settings,
                NOW);
        attributions = driver.createInputTopic(
                Topic.ATTRIBUTIONS.topicName(), new StringSerializer(), new ByteArraySerializer());
        statistics = driver.createOutputTopic(
                Topic.MODEL_STATISTICS.topicName(),
                new StringDeserializer(),
                SingleObjectSerde.modelStatistics().deserializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void topologyIsTheExpectedOne() throws IOException {
        String described = new AggregatorTopology(
                        outcomes::add, new CountWindow(100), SampleWatch.TOPOLOGY, SampleWatch.UNTRACED)
                .build()
                .describe()
                .toString();
        try (InputStream golden = getClass().getResourceAsStream("/expected_topology.txt")) {
            assertEquals(new String(golden.readAllBytes(), StandardCharsets.UTF_8).strip(), described.strip());
        }
    }

    @Test
    void eachModelHasItsOwnStatistics() {
        send(UNET.next(random, ReferenceMode.GROUND_TRUTH, NOW));
        send(SEGFORMER.next(random, ReferenceMode.GROUND_TRUTH, NOW));
        send(UNET.next(random, ReferenceMode.GROUND_TRUTH, NOW));

        Map<String, ModelStatistics> newest = told();

        assertEquals(2, newest.get("unet@1").getExplanations());
        assertEquals("unet", newest.get("unet@1").getModel());
        assertEquals(1, newest.get("segformer@2").getExplanations());
        assertEquals("2", newest.get("segformer@2").getModelVersion());
    }

    @Test
    void componentsHaveRunningStatisticsOfTheirWholeOutputs() {
        for (double ate : new double[] {-10, -14}) {
            Attribution attribution = UNET.next(random, ReferenceMode.GROUND_TRUTH, NOW);
            attribution.setComponents(List.of(component("enc1", ate, -1), component("enc1[3]", -1, 3)));
            send(attribution);
        }

        GroupStatistics group = told().get("unet@1").getGroups().get(0);

        assertEquals(1, group.getComponents().size());
        ComponentStatistics encoder = group.getComponents().get(0);
        assertEquals("enc1", encoder.getName());
        assertEquals("resample", encoder.getKind());
        assertEquals("Double", encoder.getType());
        assertEquals(64, encoder.getHeight());
        assertEquals(2, encoder.getEffect().getCount());
        assertEquals(-12, encoder.getEffect().getMean(), 1e-12);
        assertEquals(8, encoder.getEffect().getVariance(), 1e-12);
        assertEquals(0.5, encoder.getMeanStandardError(), 1e-12);
        assertEquals(0, group.getComponentsUnavailable());
    }

    @Test
    void anExplanationWhoseModelShowsNoComponentsIsCountedWithTheReason() {
        Attribution attribution = UNET.next(random, ReferenceMode.GROUND_TRUTH, NOW);
        attribution.setComponentAnalysis(ComponentAnalysis.newBuilder()
                .setUnavailable("the model is\nfrozen")
                .build());
        send(attribution);

        GroupStatistics group = told().get("unet@1").getGroups().get(0);

        assertEquals(1, group.getExplanations());
        assertEquals(1, group.getComponentsUnavailable());
        assertEquals("the model is frozen", group.getComponentsUnavailableReason());
    }

    @Test
    void anEffectOfAComponentThatIsNoNumberIsRejectedWithItsExplanation() {
        Attribution attribution = UNET.next(random, ReferenceMode.GROUND_TRUTH, NOW);
        attribution.setComponents(List.of(component("enc1", Double.NaN, -1)));
        send(attribution);

        assertTrue(told().isEmpty());
        assertEquals(List.of(ExplanationOutcome.REJECTED), outcomes);
    }

    private static ComponentEffect component(String name, double ate, int channel) {
        return ComponentEffect.newBuilder()
                .setName(name)
                .setKind("resample")
                .setAte(ate)
                .setStandardError(0.5)
                .setDraws(16)
                .setType("Double")
                .setChannel(channel)
                .setChannels(16)
                .setHeight(64)
                .setWidth(64)
                .build();
    }

    @Test
    void statisticsAreThoseOfTheRecordsCounted() {
        Attribution first = UNET.next(random, ReferenceMode.GROUND_TRUTH, NOW);
        Attribution second = UNET.next(random, ReferenceMode.GROUND_TRUTH, NOW.plusSeconds(60));
        first.setBaselineDice(90);
        second.setBaselineDice(96);
        send(first);
        send(second);

        ModelStatistics newest = told().get("unet@1");

        GroupStatistics group = newest.getGroups().get(0);
        FeatureStatistics dice = group.getFeatures().get("baselineDice");
        assertEquals(2, dice.getCount());
        assertEquals(93, dice.getMean(), 1e-12);
        assertEquals(18, dice.getVariance(), 1e-12);
        assertEquals(90, dice.getMin());
        assertEquals(96, dice.getMax());
        assertEquals(second.getSegmentedAt(), newest.getUpdatedAt());
        assertEquals(
                2,
                group.getClassCounts().values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
        assertEquals(
                2,
                group.getProfileSum().stream().mapToDouble(Double::doubleValue).sum(),
                1e-9);
    }

    @Test
    void everyNumberOfTheStrategyIsAFeature() {
        send(UNET.next(random, ReferenceMode.GROUND_TRUTH, NOW));

        GroupStatistics group = told().get("unet@1").getGroups().get(0);

        assertEquals(
                15,
                group.getFeatures().size(),
                () -> group.getFeatures().keySet().toString());
        assertTrue(group.getFeatures().keySet().containsAll(List.of("causalRadius", "gini", "scanPValue")));
    }

    @Test
    void anUndefinedFeatureIsNotCounted() {
        Attribution undefined = UNET.next(random, ReferenceMode.GROUND_TRUTH, NOW);
        undefined.getStrategy().setSignBalance(null);
        send(undefined);
        send(UNET.next(random, ReferenceMode.GROUND_TRUTH, NOW));

        GroupStatistics group = told().get("unet@1").getGroups().get(0);

        assertEquals(1, group.getFeatures().get("signBalance").getCount());
        assertNull(group.getFeatures().get("signBalance").getVariance());
        assertEquals(2, group.getFeatures().get("gini").getCount());
    }

    @Test
    void referenceModesAndSitesAreNeverMixed() {
        send(UNET.next(random, ReferenceMode.PREDICTION, NOW));
        send(UNET.next(random, ReferenceMode.GROUND_TRUTH, NOW));
        send(new SampleAttributions("unet", "1", "hospital", 0.5).next(random, ReferenceMode.PREDICTION, NOW));

        ModelStatistics newest = told().get("unet@1");

        assertEquals(
                List.of("clinic GROUND_TRUTH 1", "clinic PREDICTION 1", "hospital PREDICTION 1"),
                newest.getGroups().stream()
                        .map(group -> group.getSite() + " " + group.getReferenceMode() + " " + group.getExplanations())
                        .toList());
    }

    @Test
    void anExplanationThatComesAgainIsDroppedAndCounted() {
        Attribution attribution = UNET.next(random, ReferenceMode.GROUND_TRUTH, NOW);
        send(attribution);
        driver.advanceWallClockTime(SeenKeys.REMEMBERED.minusMinutes(1));
        send(attribution);

        ModelStatistics newest = told().get("unet@1");

        assertEquals(1, newest.getExplanations());
        assertEquals(1, newest.getDuplicatesDropped());
        assertEquals(List.of(ExplanationOutcome.COUNTED, ExplanationOutcome.DUPLICATE), outcomes);
    }

    @Test
    void theSameImageAndModelAtAnotherSiteIsNoRepeat() {
        Attribution attribution = UNET.next(random, ReferenceMode.GROUND_TRUTH, NOW);
        send(attribution);
        attribution.setSite("hospital");
        send(attribution);
        send(attribution);

        ModelStatistics newest = told().get("unet@1");

        assertEquals(
                List.of("clinic 1", "hospital 1"),
                newest.getGroups().stream()
                        .map(group -> group.getSite() + " " + group.getExplanations())
                        .toList());
        assertEquals(1, newest.getDuplicatesDropped());
    }

    @Test
    void theSameImageAndModelAsAnotherCaseIsNoRepeat() {
        Attribution attribution = UNET.next(random, ReferenceMode.GROUND_TRUTH, NOW);
        send(attribution);
        attribution.setCaseId("another");
        send(attribution);
        send(attribution);

        ModelStatistics newest = told().get("unet@1");

        assertEquals(2, newest.getExplanations());
        assertEquals(1, newest.getDuplicatesDropped());
    }

    @Test
    void noSiteAndCaseReadAsAnotherSiteAndCase() {
        Attribution attribution = UNET.next(random, ReferenceMode.GROUND_TRUTH, NOW);
        attribution.setSite("a/b");
        attribution.setCaseId("c");
        send(attribution);
        attribution.setSite("a");
        attribution.setCaseId("b/c");
        send(attribution);

        assertEquals(2, told().get("unet@1").getExplanations());
    }

    @Test
    void whatWasSeenLongAgoIsForgotten() {
        Attribution attribution = UNET.next(random, ReferenceMode.GROUND_TRUTH, NOW);
        send(attribution);
        driver.advanceWallClockTime(SeenKeys.REMEMBERED.plus(Duration.ofMinutes(1)));
        send(attribution);

        assertEquals(2, told().get("unet@1").getExplanations());
    }

    @Test
    void theStoreOfWhatWasSeenDoesNotGrowForever() {
        send(UNET.next(random, ReferenceMode.GROUND_TRUTH, NOW));
        var seen = driver.getKeyValueStore(AggregatorTopology.SEEN_EXPLANATIONS);
        assertEquals(1, seen.approximateNumEntries());

        driver.advanceWallClockTime(SeenKeys.REMEMBERED.plusHours(7));

        try (var all = seen.all()) {
            assertFalse(all.hasNext());
        }
    }

    @Test
    void bytesThatAreNoRecordDoNotStopTheStream() {
        attributions.pipeInput("unet@1", new byte[] {1, 2, 3});
        attributions.pipeInput("unet@1", new byte[0]);
        send(UNET.next(random, ReferenceMode.GROUND_TRUTH, NOW));

        assertEquals(1, told().get("unet@1").getExplanations());
        assertEquals(
                List.of(ExplanationOutcome.UNDECODABLE, ExplanationOutcome.UNDECODABLE, ExplanationOutcome.COUNTED),
                outcomes);
    }

    static Stream<Consumer<Attribution>> poison() {
        return Stream.of(
                attribution -> attribution.setBaselineDice(Double.NaN),
                attribution -> attribution.getStrategy().setCausalRadius(Double.NaN),
                attribution -> attribution.getStrategy().setGini(Double.POSITIVE_INFINITY),
                attribution -> attribution.getStrategy().setEnrichment(1e300),
                attribution -> attribution.getStrategy().setProfile(List.of(1.0)),
                attribution -> attribution.getStrategy().setProfile(Collections.nCopies(48, Double.NaN)),
                attribution -> attribution.getStrategy().setProfile(Collections.nCopies(48, 1.0)),
                attribution -> attribution.setExplanationId("../../etc/passwd"),
                attribution -> attribution.setSite("x".repeat(1000)),
                attribution -> attribution.setCaseId("x".repeat(1000)),
                attribution -> attribution.setModelVersion("9"),
                attribution -> attribution.setModel(""));
    }

    @ParameterizedTest
    @MethodSource("poison")
    void aRecordThatCannotBeCountedIsRejectedAndChangesNothing(Consumer<Attribution> change) {
        Attribution poisoned = UNET.next(random, ReferenceMode.GROUND_TRUTH, NOW);
        change.accept(poisoned);

        attributions.pipeInput("unet@1", SingleObjectSerde.attribution().encode(poisoned));

        assertTrue(told().isEmpty());
        assertEquals(List.of(ExplanationOutcome.REJECTED), outcomes);
    }

    @Test
    void recordsWithoutKeyOrValueAreRejected() {
        attributions.pipeInput("unet@1", null);
        attributions.pipeInput(
                null, SingleObjectSerde.attribution().encode(UNET.next(random, ReferenceMode.GROUND_TRUTH, NOW)));

        assertTrue(told().isEmpty());
        assertEquals(List.of(ExplanationOutcome.REJECTED, ExplanationOutcome.REJECTED), outcomes);
    }

    private Map<String, ModelStatistics> told() {
        driver.advanceWallClockTime(StatisticsProcessor.TOLD_EVERY);
        return statistics.readKeyValuesToMap();
    }

    private void send(Attribution attribution) {
        attributions.pipeInput(
                attribution.getModel() + "@" + attribution.getModelVersion(),
                SingleObjectSerde.attribution().encode(attribution));
    }
}
