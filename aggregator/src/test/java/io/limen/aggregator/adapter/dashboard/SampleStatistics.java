package io.limen.aggregator.adapter.dashboard;

import io.limen.schemas.ComponentStatistics;
import io.limen.schemas.DriftHistory;
import io.limen.schemas.DriftStatus;
import io.limen.schemas.FeatureStatistics;
import io.limen.schemas.FleetModel;
import io.limen.schemas.FleetStatistics;
import io.limen.schemas.GroupStatistics;
import io.limen.schemas.Heterogeneity;
import io.limen.schemas.ModelStatistics;
import io.limen.schemas.ReferenceMode;
import io.limen.schemas.StatisticsHistory;
import io.limen.schemas.WatchState;
import io.limen.schemas.WindowStatistics;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Statistics with every field set, and one group of a single explanation, where most has no value yet. */
final class SampleStatistics {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final FeatureStatistics RICH =
            new FeatureStatistics(7L, 0.5, 0.2, 0.1, 0.9, 0.03, 0.01, Map.of("0.5", 0.5, "0.95", 0.8));
    private static final FeatureStatistics SINGLE = new FeatureStatistics(
            1L, 0.5, 0.0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, null, null, Map.of());
    private static final Heterogeneity KNOWN = new Heterogeneity(7L, 0.2, 0.1, 0.6, 0.01, null);
    private static final Map<String, Long> COUNTS = Map.of("LOCAL", 5L, "UNDETERMINED", 2L);

    private SampleStatistics() {}

    static ModelStatistics of(String model) {
        GroupStatistics rich = GroupStatistics.newBuilder()
                .setSite("clinic")
                .setReferenceMode(ReferenceMode.GROUND_TRUTH)
                .setExplanations(8L)
                .setExplained(7L)
                .setEffectiveExplanations(6.9)
                .setFeatures(Map.of("locality", RICH))
                .setClassCounts(COUNTS)
                .setProfileSum(Collections.nCopies(48, 0.1))
                .setHeterogeneity(KNOWN)
                .setDrift(new DriftStatus(
                        WatchState.SUSPECT,
                        NOW,
                        250.0,
                        1_000.0,
                        100L,
                        100L,
                        40L,
                        "told-alert",
                        Map.of("locality", 1.0)))
                .setWindows(List.of(
                        new WindowStatistics("LAST", 8L, NOW, NOW, Map.of("locality", RICH), COUNTS, KNOWN, 7L, 6.9),
                        new WindowStatistics("HOUR", 1L, NOW, NOW, Map.of("locality", SINGLE), COUNTS, null, 1L, 1.0)))
                .setComponents(List.of(new ComponentStatistics("head", "zero", "Conv2d", 1, 64, 64, RICH, 0.5)))
                .build();
        GroupStatistics single = GroupStatistics.newBuilder()
                .setSite("clinic")
                .setReferenceMode(ReferenceMode.PREDICTION)
                .setExplanations(1L)
                .setFeatures(Map.of("locality", SINGLE))
                .setClassCounts(Map.of("NONE", 1L))
                .setProfileSum(Collections.nCopies(48, 0.0))
                .build();
        return new ModelStatistics(model, "1", 9L, 1L, NOW, List.of(rich, single));
    }

    static FleetStatistics fleetOf(String model) {
        FleetModel one = new FleetModel(model, "1", 7L, 7L, COUNTS, Collections.nCopies(48, 1 / 48.0));
        FleetModel other = new FleetModel(model, "2", 1L, 0L, Map.of("NONE", 1L), Collections.nCopies(48, 0.0));
        return new FleetStatistics(
                ReferenceMode.GROUND_TRUTH,
                NOW,
                List.of(one, other),
                0.1,
                0.2,
                List.of(0.0, Double.NaN, Double.NaN, 0.0));
    }

    static StatisticsHistory historyOf(String model) {
        return new StatisticsHistory(
                model,
                "1",
                "clinic",
                ReferenceMode.GROUND_TRUTH,
                NOW,
                300_000L,
                7L,
                Map.of("locality", 0.5),
                Map.of(),
                COUNTS);
    }

    static DriftHistory evidenceOf(String model, Instant start, double greatest) {
        return DriftHistory.newBuilder()
                .setModel(model)
                .setModelVersion("1")
                .setSite("clinic")
                .setReferenceMode(ReferenceMode.GROUND_TRUTH)
                .setStart(start)
                .setWidthMillis(300_000L)
                .setStudies(7)
                .setState(WatchState.SUSPECT)
                .setGreatest(greatest)
                .setNewest(greatest / 2)
                .setExpectedRunLength(1_000)
                .setShares(Map.of("locality", 0.75, "gini", 0.25))
                .build();
    }
}
