package io.limen.aggregator.adapter.topology.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.aggregator.adapter.topology.AggregatorTopology;
import io.limen.aggregator.adapter.topology.SampleWatch;
import io.limen.aggregator.domain.drift.WatchSettings;
import io.limen.aggregator.domain.window.CountWindow;
import io.limen.aggregator.rehearsal.SampleAttributions;
import io.limen.schemas.Attribution;
import io.limen.schemas.DriftAlert;
import io.limen.schemas.DriftState;
import io.limen.schemas.ModelStatistics;
import io.limen.schemas.ReferenceMode;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stream that begins anew, with what the topics still hold and nothing else. */
class RebuildTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final SampleAttributions UNET = new SampleAttributions("unet", "1", "clinic", 0.5);

    private final List<Attribution> sent = new ArrayList<>();

    @TempDir
    Path folder;

    /** What a life of the aggregator told. */
    private record Told(ModelStatistics statistics, List<DriftAlert> alerts) {}

    /** A model that looks elsewhere after a while: enough for an alert. */
    @BeforeEach
    void draw() {
        Random random = new Random(17);
        for (int i = 0; i < 90; i++) {
            Attribution attribution = UNET.withoutPicture(random, ReferenceMode.GROUND_TRUTH, NOW.plusSeconds(i));
            attribution.getStrategy().setLocality((i < 60 ? 0.8 : 0.5) + 0.05 * random.nextGaussian());
            sent.add(attribution);
        }
    }

    /** One start of the aggregator without a state. */
    private Told live(String state) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.resolve(state).toString());
        AggregatorTopology topology = new AggregatorTopology(
                outcome -> {},
                new CountWindow(100),
                new WatchTopology(new WatchSettings(30, 300), Duration.ofSeconds(30), SampleWatch.silent()),
                SampleWatch.UNTRACED);
        try (TopologyTestDriver driver = new TopologyTestDriver(topology.build(), settings, NOW)) {
            TestInputTopic<String, Attribution> input = driver.createInputTopic(
                    Topic.ATTRIBUTIONS.topicName(),
                    new StringSerializer(),
                    SingleObjectSerde.attribution().serializer());
            sent.forEach(attribution -> input.pipeInput("unet@1", attribution));
            driver.advanceWallClockTime(Duration.ofSeconds(1));
            return new Told(
                    driver.createOutputTopic(
                                    Topic.MODEL_STATISTICS.topicName(),
                                    new StringDeserializer(),
                                    SingleObjectSerde.modelStatistics().deserializer())
                            .readKeyValuesToMap()
                            .get("unet@1"),
                    driver.createOutputTopic(
                                    Topic.DRIFT_ALERTS.topicName(),
                                    new StringDeserializer(),
                                    SingleObjectSerde.driftAlert().deserializer())
                            .readValuesToList());
        }
    }

    @Test
    void whatTheTopicsStillHoldMakesTheSameStatisticsAndAlertsAnew() {
        Told first = live("state");

        Told rebuilt = live("another");

        assertTrue(first.alerts().stream().anyMatch(alert -> alert.getState() == DriftState.ALERT));
        assertEquals(first.statistics(), rebuilt.statistics());
        assertEquals(first.alerts(), rebuilt.alerts(), "of the same ids: who reads them knows them already");
    }
}
