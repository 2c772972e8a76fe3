package io.limen.aggregator.adapter.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.limen.aggregator.rehearsal.SampleAttributions;
import io.limen.schemas.Attribution;
import io.limen.schemas.FleetStatistics;
import io.limen.schemas.ModelStatistics;
import io.limen.schemas.ReferenceMode;
import io.limen.schemas.StatisticsHistory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever order explanations come in, and however often, the statistics are the same. */
class OrderAndRepeatsTest {

    private static final Instant NOW = Instant.parse("2026-03-10T12:01:00Z");

    /** Rounding of some hundred additions, relative to the greater of the number and 1. */
    private static final double TOLERANCE = 1e-9;

    private record Told(
            Map<String, ModelStatistics> statistics,
            Map<String, StatisticsHistory> history,
            Map<String, FleetStatistics> fleet) {

        /** Points that the windows still hold: what came too late for a point of five minutes is in that of its hour. */
        Map<String, StatisticsHistory> kept() {
            Map<String, StatisticsHistory> kept = new TreeMap<>(history);
            kept.values()
                    .removeIf(point ->
                            point.getWidthMillis() < Duration.ofHours(1).toMillis()
                                    && point.getStart().isBefore(NOW.minus(Duration.ofMinutes(50))));
            return kept;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyPermutationWithRepeatsGivesTheSameStatistics(long seed, @TempDir Path first, @TempDir Path second) {
        Random random = new Random(seed);
        List<Attribution> attributions = attributions(random);
        List<Attribution> shuffled = new ArrayList<>(attributions);
        attributions.stream().filter(attribution -> random.nextInt(3) == 0).forEach(shuffled::add);
        Collections.shuffle(shuffled, random);

        Told once = told(first, attributions);
        Told again = told(second, shuffled);

        assertEquals(once.kept().keySet(), again.kept().keySet());
        assertEquals(
                shuffled.size() - attributions.size(),
                again.statistics().values().stream()
                        .mapToLong(ModelStatistics::getDuplicatesDropped)
                        .sum());
        again.statistics().values().forEach(statistics -> statistics.setDuplicatesDropped(0L));
        once.statistics()
                .forEach((key, expected) ->
                        assertClose(expected, again.statistics().get(key), key));
        once.history()
                .forEach(
                        (key, expected) -> assertClose(expected, again.history().get(key), key));
        once.fleet()
                .forEach((key, expected) -> assertClose(expected, again.fleet().get(key), key));
    }

    private static List<Attribution> attributions(Random random) {
        List<Attribution> attributions = new ArrayList<>();
        for (SampleAttributions model : SampleAttributions.fleet()) {
            for (int index = 0; index < 40; index++) {
                ReferenceMode mode = random.nextBoolean() ? ReferenceMode.GROUND_TRUTH : ReferenceMode.PREDICTION;
                Attribution attribution = model.next(
                        random,
                        mode,
                        NOW.minus(Duration.ofMinutes(index < 20 ? random.nextInt(40) : random.nextInt(20 * 60))));
                attribution.getStrategy().setStandardErrors(Map.of("gini", 0.1 * random.nextDouble()));
                attribution.getStrategy().setProfileNoise(0.1 * random.nextDouble());
                attributions.add(attribution);
            }
        }
        return attributions;
    }

    private static Told told(Path stateDir, List<Attribution> attributions) {
        try (TopologyRun run = new TopologyRun(stateDir, NOW)) {
            attributions.forEach(run::send);
            return new Told(run.statistics(), run.history(), run.fleet());
        }
    }

    /** The same at any depth, numbers to within the tolerance. */
    private static void assertClose(Object expected, Object actual, String path) {
        if (expected instanceof IndexedRecord wanted && actual instanceof IndexedRecord found) {
            for (Schema.Field field : wanted.getSchema().getFields()) {
                assertClose(wanted.get(field.pos()), found.get(field.pos()), path + "." + field.name());
            }
        } else if (expected instanceof List<?> wanted && actual instanceof List<?> found) {
            assertEquals(wanted.size(), found.size(), path);
            for (int index = 0; index < wanted.size(); index++) {
                assertClose(wanted.get(index), found.get(index), path + "[" + index + "]");
            }
        } else if (expected instanceof Map<?, ?> wanted && actual instanceof Map<?, ?> found) {
            assertEquals(wanted.keySet(), found.keySet(), path);
            wanted.forEach((key, value) -> assertClose(value, found.get(key), path + "." + key));
        } else if (expected instanceof Double wanted && actual instanceof Double found && !wanted.equals(found)) {
            assertEquals(wanted, found, TOLERANCE * Math.max(1, Math.abs(wanted)), path);
        } else {
            assertEquals(expected, actual, path);
        }
    }
}
