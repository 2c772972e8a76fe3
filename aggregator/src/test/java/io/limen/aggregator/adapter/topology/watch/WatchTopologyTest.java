package io.limen.aggregator.adapter.topology.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.aggregator.adapter.metrics.MicrometerWatchMetrics;
import io.limen.aggregator.adapter.topology.AggregatorTopology;
import io.limen.aggregator.domain.drift.WatchSettings;
import io.limen.aggregator.domain.window.CountWindow;
import io.limen.aggregator.rehearsal.SampleAttributions;
import io.limen.schemas.Attribution;
import io.limen.schemas.DriftAlert;
import io.limen.schemas.DriftCommand;
import io.limen.schemas.DriftCommandKind;
import io.limen.schemas.DriftSource;
import io.limen.schemas.DriftState;
import io.limen.schemas.DriftStatus;
import io.limen.schemas.ModelStatistics;
import io.limen.schemas.ReferenceMode;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.Topic;
import io.limen.schemas.TraceHeaders;
import io.limen.schemas.WatchState;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class WatchTopologyTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration GAP = Duration.ofSeconds(30);
    private static final WatchSettings SETTINGS = new WatchSettings(30, 300);
    private static final SampleAttributions UNET = new SampleAttributions("unet", "1", "clinic", 0.5);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Random random = new Random(17);
    private final List<Attribution> sent = new ArrayList<>();

    @TempDir
    private Path stateDir;

    @RegisterExtension
    static final OpenTelemetryExtension tracing = OpenTelemetryExtension.create();

    private TopologyTestDriver driver;
    private TestInputTopic<String, Attribution> attributions;
    private TestInputTopic<String, DriftCommand> commands;
    private TestOutputTopic<String, DriftAlert> alerts;
    private TestOutputTopic<String, ModelStatistics> statistics;

    @BeforeEach
    void start() {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        AggregatorTopology topology = new AggregatorTopology(
                outcome -> {},
                new CountWindow(100),
                new WatchTopology(SETTINGS, GAP, new MicrometerWatchMetrics(registry)),
                tracing.getOpenTelemetry().getTracer("test"));
        driver = new TopologyTestDriver(topology.build(), settings, NOW);
        attributions = driver.createInputTopic(
                Topic.ATTRIBUTIONS.topicName(),
                new StringSerializer(),
                SingleObjectSerde.attribution().serializer());
        commands = driver.createInputTopic(
                Topic.DRIFT_COMMANDS.topicName(),
                new StringSerializer(),
                SingleObjectSerde.driftCommand().serializer());
        alerts = driver.createOutputTopic(
                Topic.DRIFT_ALERTS.topicName(),
                new StringDeserializer(),
                SingleObjectSerde.driftAlert().deserializer());
        statistics = driver.createOutputTopic(
                Topic.MODEL_STATISTICS.topicName(),
                new StringDeserializer(),
                SingleObjectSerde.modelStatistics().deserializer());
    }

    @AfterEach
    void stop() {
        driver.close();
        assertTrue(
                registry.getMeters().stream()
                        .allMatch(meter -> meter.getId().getTags().isEmpty()),
                "what is no longer this instance's is not told");
    }

    private Attribution attribution(double locality, String studyId) {
        Attribution attribution = UNET.next(random, ReferenceMode.GROUND_TRUTH, NOW.plusSeconds(sent.size()));
        attribution.getStrategy().setLocality(locality + 0.05 * random.nextGaussian());
        attribution.setStudyId(studyId);
        return attribution;
    }

    private void send(Attribution attribution) {
        sent.add(attribution);
        attributions.pipeInput("unet@1", attribution);
    }

    private void send(int cases, double locality) {
        for (int i = 0; i < cases; i++) {
            send(attribution(locality, null));
        }
    }

    private void command(String id, DriftCommandKind kind, String site) {
        commands.pipeInput(
                "unet@1",
                DriftCommand.newBuilder()
                        .setCommandId(id)
                        .setKind(kind)
                        .setModel("unet")
                        .setModelVersion("1")
                        .setSite(site)
                        .setAt(NOW.plusSeconds(sent.size()))
                        .build());
    }

    /** As the statistics tell it. */
    private DriftStatus status() {
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        ModelStatistics newest = statistics.readValuesToList().stream()
                .reduce((before, after) -> after)
                .orElseThrow();
        return newest.getGroups().get(0).getDrift();
    }

    @Test
    void aShiftBecomesAnAlertThatNamesIt() {
        send(60, 0.8);
        assertTrue(alerts.isEmpty());
        send(30, 0.5);

        List<DriftAlert> told = alerts.readValuesToList();
        assertEquals(
                List.of(DriftState.SUSPECT, DriftState.ALERT),
                told.stream().map(DriftAlert::getState).toList());
        DriftAlert alert = told.get(1);
        assertEquals(told.get(0).getAlertId(), alert.getAlertId());
        assertEquals("locality", alert.getFeature());
        assertEquals("clinic", alert.getSite());
        assertEquals(List.of(DriftSource.RELIANCE), alert.getMoved());
        assertEquals(0.8, alert.getReferenceMean(), 0.05);
        assertEquals(300, alert.getExpectedRunLength());
        assertTrue(alert.getStatistic() >= 300);
        assertTrue(
                sent.subList(55, 90).stream()
                        .map(Attribution::getExplanationId)
                        .toList()
                        .containsAll(alert.getExampleExplanationIds()),
                "examples are of the change");
        assertTrue(
                alert.getSummary()
                        .startsWith("How much of what the model relies on is near the region (locality) fell from"),
                alert::getSummary);
        DriftStatus status = status();
        assertEquals(WatchState.ALERT, status.getState());
        assertEquals(alert.getAlertId(), status.getAlertId());
        assertEquals(3, gauge());
    }

    private double gauge() {
        return registry.get("aggregator.watch.state")
                .tags("model", "unet@1", "site", "clinic", "reference.mode", "GROUND_TRUTH")
                .gauge()
                .value();
    }

    @Test
    void aNewReferenceIsInTheGaugeAtOnce() {
        send(60, 0.8);
        send(30, 0.5);
        command("c-1", DriftCommandKind.PIN_REFERENCE, null);
        assertEquals(1, gauge());
        command("c-2", DriftCommandKind.RESTART_REFERENCE, null);
        assertEquals(0, gauge());
    }

    @Test
    void aSiteThatGivesEveryCaseOneStudyIsStillWatched() {
        for (int i = 0; i < 2 * OpenStudies.MOST_CASES; i++) {
            send(attribution(0.8, "1"));
        }
        assertEquals(2, status().getReferenceStudies());
    }

    @Test
    void aStudyThatDoesNotEndIsToldInPartsOfAnHour() {
        Duration between = GAP.minusSeconds(5);
        for (Duration passed = Duration.ZERO;
                passed.compareTo(OpenStudies.LONGEST.multipliedBy(2).plusMinutes(1)) < 0;
                passed = passed.plus(between)) {
            send(attribution(0.8, "1"));
            driver.advanceWallClockTime(between);
        }
        assertEquals(2, status().getReferenceStudies());
    }

    @Test
    void tooLittleDataIsTold() {
        send(7, 0.8);
        DriftStatus status = status();
        assertEquals(WatchState.LEARNING, status.getState());
        assertEquals(7, status.getReferenceStudies());
        assertEquals(30, status.getReferenceWanted());
    }

    @Test
    void anAlertIsOfTheTraceOfTheCaseThatRaisedIt() {
        send(60, 0.8);
        tracing.clearSpans();
        for (int i = 0; i < 30; i++) {
            sendTraced(attribution(0.5, null), i + 1);
        }
        List<TestRecord<String, DriftAlert>> told = alerts.readRecordsToList();
        assertEquals(2, told.size());
        for (TestRecord<String, DriftAlert> alert : told) {
            String id = alert.value().getExampleExplanationIds().get(0);
            int which = IntStream.range(0, 90)
                            .filter(i -> sent.get(i).getExplanationId().equals(id))
                            .findFirst()
                            .orElseThrow()
                    - 59;
            assertEquals(1, alert.headers().toArray().length, "nothing but the trace goes on");
            SpanContext of =
                    Span.fromContext(TraceHeaders.read(alert.headers())).getSpanContext();
            assertEquals("%032x".formatted(which), of.getTraceId());
            assertTrue(tracing.getSpans().stream()
                    .anyMatch(span -> span.getName().equals("raise alert")
                            && span.getSpanId().equals(of.getSpanId())));
        }
    }

    @Test
    void anAlertOfAStudyIsOfTheTraceOfItsLastCase() {
        send(60, 0.8);
        for (int i = 0; i < 30; i++) {
            sendTraced(attribution(0.5, "study-" + i), 2 * i + 1);
            sendTraced(attribution(0.5, "study-" + i), 2 * i + 2);
        }
        driver.advanceWallClockTime(GAP.plusSeconds(2));
        List<TestRecord<String, DriftAlert>> told = alerts.readRecordsToList();
        assertFalse(told.isEmpty());
        for (TestRecord<String, DriftAlert> alert : told) {
            String id = alert.value().getExampleExplanationIds().get(0);
            int last = IntStream.range(60, 120)
                    .filter(i -> sent.get(i).getExplanationId().equals(id))
                    .findFirst()
                    .orElseThrow();
            assertEquals(
                    "%032x".formatted(last - 59),
                    Span.fromContext(TraceHeaders.read(alert.headers()))
                            .getSpanContext()
                            .getTraceId());
        }
    }

    private void sendTraced(Attribution attribution, int trace) {
        sent.add(attribution);
        Headers headers = new RecordHeaders().add("x-of-somebody-else", new byte[] {1});
        TraceHeaders.write(TraceHeaders.ofLine("00-%032x-%016x-01".formatted(trace, trace)), headers);
        attributions.pipeInput(new TestRecord<>("unet@1", attribution, headers));
    }

    @Test
    void casesOfAStudyCountOnceWhenItIsComplete() {
        for (int i = 0; i < 5; i++) {
            send(attribution(0.8, "study-1"));
        }
        assertNull(status(), "no study is complete");
        driver.advanceWallClockTime(GAP);
        send(attribution(0.8, "study-2"));
        assertEquals(1, status().getReferenceStudies());
        send(attribution(0.8, "study-1"));
        driver.advanceWallClockTime(GAP);
        driver.advanceWallClockTime(GAP);
        send(attribution(0.8, null));
        assertEquals(3, status().getReferenceStudies(), "a case too late for its study is no study of its own");
        assertEquals(1, registry.get("aggregator.watch.missed").counter().count());
    }

    @Test
    void anExplanationThatComesAgainMovesNothing() {
        send(10, 0.8);
        sent.forEach(attribution -> attributions.pipeInput("unet@1", attribution));
        assertEquals(10, status().getReferenceStudies());
    }

    @Test
    void aPinnedReferenceEndsTheAlertOnce() {
        send(60, 0.8);
        send(60, 0.5);
        alerts.readValuesToList();
        command("c-1", DriftCommandKind.PIN_REFERENCE, null);
        command("c-1", DriftCommandKind.PIN_REFERENCE, null);

        List<DriftAlert> told = alerts.readValuesToList();
        assertEquals(
                List.of(DriftState.CLEARED),
                told.stream().map(DriftAlert::getState).toList());
        send(20, 0.5);
        assertTrue(alerts.isEmpty());
        assertEquals(WatchState.OK, status().getState());
    }

    @Test
    void aCommandForAnotherSiteChangesNothing() {
        send(40, 0.8);
        command("c-1", DriftCommandKind.RESTART_REFERENCE, "elsewhere");
        send(1, 0.8);
        assertEquals(WatchState.OK, status().getState());
        command("c-2", DriftCommandKind.RESTART_REFERENCE, "clinic");
        send(1, 0.8);
        assertEquals(WatchState.LEARNING, status().getState());
    }
}
