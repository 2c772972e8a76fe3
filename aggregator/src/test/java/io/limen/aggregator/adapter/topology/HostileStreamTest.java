package io.limen.aggregator.adapter.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.aggregator.adapter.topology.watch.HostileCommands;
import io.limen.aggregator.application.ExplanationOutcome;
import io.limen.schemas.Attribution;
import io.limen.schemas.FeatureStatistics;
import io.limen.schemas.ModelStatistics;
import io.limen.schemas.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** Records that mean harm on both topics that the aggregator reads, as many as {@code -Dfuzz.stream=N} says. */
class HostileStreamTest {

    private static final int RECORDS = Integer.getInteger("fuzz.stream", 1200);
    private static final long SEED = 20511;
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    /** As Kafka's own limit of a message. */
    private static final int LARGEST = 1_040_000;

    private static final List<String> STORES = List.of(
            "watched-groups",
            "recent-studies",
            "open-studies",
            "closed-studies",
            StatisticsStores.PER_MODEL,
            StatisticsStores.PER_GROUP,
            WindowPanes.STORE);

    @TempDir
    Path folder;

    private final Map<ExplanationOutcome, Integer> outcomes = new EnumMap<>(ExplanationOutcome.class);
    private final Queue<String> logged = new ConcurrentLinkedQueue<>();

    @Test
    void everyAttributionIsCountedOrSaidNotToBeAndNoCommandStopsTheStream(TestReporter reporter) {
        Handler listening = listen();
        try (TopologyRun run = new TopologyRun(folder, NOW, outcome -> outcomes.merge(outcome, 1, Integer::sum))) {
            Map<HostileAttributions.Kind, Map<ExplanationOutcome, Integer>> rows = send(run);

            rows.forEach((kind, row) -> reporter.publishEntry(kind.name(), row.toString()));
            assertEquals(
                    RECORDS,
                    outcomes.values().stream().mapToInt(Integer::intValue).sum());
            int harmless = RECORDS / HostileAttributions.Kind.values().length;
            assertEquals(harmless, rows.get(HostileAttributions.Kind.NOTHING).get(ExplanationOutcome.COUNTED));
            assertFinite(run.statistics().get("unet@1"));
            assertSmall(run);
        } finally {
            Logger.getLogger("io.limen").removeHandler(listening);
        }
        assertFalse(logged.isEmpty());
        for (String line : logged) {
            assertTrue(line.codePoints().noneMatch(Character::isISOControl), line);
        }
    }

    private Map<HostileAttributions.Kind, Map<ExplanationOutcome, Integer>> send(TopologyRun run) {
        HostileAttributions attributions = new HostileAttributions(SEED);
        HostileCommands commands = new HostileCommands(SEED);
        TestInputTopic<String, byte[]> attributionsIn = run.driver()
                .createInputTopic(Topic.ATTRIBUTIONS.topicName(), new StringSerializer(), new ByteArraySerializer());
        TestInputTopic<String, byte[]> commandsIn = run.driver()
                .createInputTopic(Topic.DRIFT_COMMANDS.topicName(), new StringSerializer(), new ByteArraySerializer());
        Map<HostileAttributions.Kind, Map<ExplanationOutcome, Integer>> rows =
                new EnumMap<>(HostileAttributions.Kind.class);
        HostileAttributions.Kind[] kinds = HostileAttributions.Kind.values();
        for (int i = 0; i < RECORDS; i++) {
            HostileAttributions.Kind kind = kinds[i % kinds.length];
            Attribution attribution = attributions.make(kind, NOW);
            Map<ExplanationOutcome, Integer> before = new EnumMap<>(outcomes);
            attributionsIn.pipeInput(attributions.key(kind, attribution), attributions.bytes(kind, attribution));
            Map<ExplanationOutcome, Integer> row =
                    rows.computeIfAbsent(kind, any -> new EnumMap<>(ExplanationOutcome.class));
            outcomes.forEach(
                    (outcome, count) -> row.merge(outcome, count - before.getOrDefault(outcome, 0), Integer::sum));
            if (i % 3 == 0) {
                Map<ExplanationOutcome, Integer> told = new EnumMap<>(outcomes);
                commandsIn.pipeInput("unet@1", commands.next());
                // a command that can't be read is counted as an attribution is: not here
                outcomes.clear();
                outcomes.putAll(told);
            }
            if (i % 100 == 0) {
                run.advance(Duration.ofSeconds(1));
            }
        }
        return rows;
    }

    private static void assertFinite(ModelStatistics statistics) {
        statistics.getGroups().forEach(group -> {
            for (FeatureStatistics feature : group.getFeatures().values()) {
                assertTrue(Double.isFinite(feature.getMean()) && Double.isFinite(feature.getM2()), feature::toString);
            }
        });
    }

    /** A state that its changelog does not take would stop the stream for ever. */
    private static void assertSmall(TopologyRun run) {
        List<String> seen = new ArrayList<>();
        for (String store : STORES) {
            TestOutputTopic<byte[], byte[]> changelog = run.driver()
                    .createOutputTopic(
                            "test-" + store + "-changelog", new ByteArrayDeserializer(), new ByteArrayDeserializer());
            changelog.readRecordsToList().forEach(change -> {
                int bytes = change.key().length + (change.value() == null ? 0 : change.value().length);
                assertTrue(bytes < LARGEST, () -> store + ": " + bytes);
                seen.add(store);
            });
        }
        assertTrue(seen.contains("watched-groups"), seen::toString);
    }

    private Handler listen() {
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord record) {
                logged.add(record.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger.getLogger("io.limen").addHandler(handler);
        return handler;
    }
}
