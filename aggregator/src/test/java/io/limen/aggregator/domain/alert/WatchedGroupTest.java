package io.limen.aggregator.domain.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.aggregator.domain.drift.Bet;
import io.limen.aggregator.domain.drift.DriftSource;
import io.limen.aggregator.domain.drift.MonitoredFeature;
import io.limen.aggregator.domain.drift.Study;
import io.limen.aggregator.domain.drift.Watch;
import io.limen.aggregator.domain.drift.WatchSettings;
import io.limen.aggregator.domain.drift.WatchState;
import io.limen.aggregator.domain.drift.Watching;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WatchedGroupTest {

    private static final WatchSettings SETTINGS = new WatchSettings(50, 500);

    private final Random random = new Random(3);
    private final List<Study> seen = new ArrayList<>();
    private final List<Alert> alerts = new ArrayList<>();
    private WatchedGroup group = WatchedGroup.NEW;

    private final RecentStudies recent =
            most -> seen.subList(Math.max(0, seen.size() - Math.min(most, SETTINGS.referenceStudies())), seen.size());

    private void observe(int studies, double locality) {
        for (int i = 0; i < studies; i++) {
            Map<MonitoredFeature, Double> values = Map.of(
                    MonitoredFeature.LOCALITY, locality + 0.1 * random.nextGaussian(),
                    MonitoredFeature.SEGMENTED_SHARE, 0.2 + 0.05 * random.nextGaussian(),
                    MonitoredFeature.BRIGHTNESS, 0.5 + 0.1 * random.nextGaussian());
            Study study =
                    new Study(values, Instant.ofEpochSecond(seen.size()), "study-" + seen.size(), random.nextLong());
            seen.add(study);
            take(group.observe(study, recent, "alert-" + seen.size(), SETTINGS));
        }
    }

    private void take(WatchedGroup.Outcome outcome) {
        group = outcome.group();
        outcome.alert().ifPresent(alerts::add);
    }

    private WatchState state() {
        return assertInstanceOf(Watching.class, group.watch()).state();
    }

    @Test
    void tooLittleDataIsAStateOfItsOwn() {
        observe(SETTINGS.referenceStudies() - 1, 0.8);
        assertEquals(
                SETTINGS.referenceStudies() - 1,
                assertInstanceOf(Watch.Gathering.class, group.watch()).studies().size());
        observe(1, 0.8);
        assertEquals(WatchState.OK, state());
    }

    @Test
    void featuresThatTheReferenceDefinesShareThePromise() {
        observe(SETTINGS.referenceStudies(), 0.8);
        Watching watching = (Watching) group.watch();
        assertEquals(
                Set.of(MonitoredFeature.LOCALITY, MonitoredFeature.SEGMENTED_SHARE, MonitoredFeature.BRIGHTNESS),
                watching.features().keySet());
        assertEquals(
                1,
                watching.features().values().stream()
                        .mapToDouble(watch -> watch.weight())
                        .sum(),
                1e-12);
    }

    @Test
    void aShiftIsSuspectedThenRaisedOnceWithWhatItIs() {
        observe(100, 0.8);
        observe(40, 0.5);
        assertEquals(
                List.of(AlertState.SUSPECT, AlertState.ALERT),
                alerts.stream().map(Alert::state).toList());
        Alert alert = alerts.get(1);
        assertEquals(alerts.get(0).id(), alert.id());
        assertEquals(MonitoredFeature.LOCALITY, alert.change().feature());
        assertEquals(Bet.Direction.FALL, alert.change().direction());
        assertEquals(0.8, alert.change().reference().mean(), 0.05);
        assertEquals(0.5, alert.change().current().mean(), 0.15);
        assertEquals(Set.of(DriftSource.RELIANCE), alert.moved());
        assertEquals(100, alert.change().onset().getEpochSecond(), 3);
        assertEquals("study-" + alert.at().getEpochSecond(), alert.examples().get(0));
        assertTrue(alert.shares().get(MonitoredFeature.LOCALITY) > 0.9);
        assertEquals(WatchState.ALERT, state());
    }

    @Test
    void studiesOfTheChangeDoNotStayInTheReference() {
        observe(100, 0.8);
        while (group.open().map(Alert::state).orElse(null) != AlertState.ALERT) {
            observe(1, 0.5);
        }
        long onset = alerts.get(alerts.size() - 1).change().onset().getEpochSecond();
        assertEquals(
                onset,
                ((Watching) group.watch())
                        .features()
                        .get(MonitoredFeature.LOCALITY)
                        .cells()
                        .total());
    }

    @Test
    void anAlertIsOverOnceTheGroupPerceivesAsBefore() {
        observe(100, 0.8);
        observe(30, 0.5);
        while (group.open().isPresent()) {
            observe(1, 0.8);
        }
        assertEquals(WatchState.CLEARED, state());
        assertEquals(
                List.of(AlertState.SUSPECT, AlertState.ALERT, AlertState.CLEARED),
                alerts.stream().map(Alert::state).toList());
        assertEquals(alerts.get(1).id(), alerts.get(2).id());
        assertTrue(seen.size() >= 140, () -> "after " + seen.size());
        observe(30, 0.8);
        assertEquals(WatchState.OK, state());
    }

    @Test
    void aSmallChangeThatStaysIsNotOver() {
        observe(100, 0.8);
        observe(400, 0.73);
        assertTrue(alerts.stream().anyMatch(alert -> alert.state() == AlertState.ALERT));
        assertTrue(
                alerts.stream()
                        .dropWhile(alert -> alert.state() != AlertState.ALERT)
                        .noneMatch(alert -> alert.state() == AlertState.CLEARED),
                alerts::toString);
    }

    @Test
    void aPinnedReferenceEndsTheAlertAndIsWhatCounts() {
        observe(100, 0.8);
        observe(60, 0.5);
        take(group.pin(recent, Instant.ofEpochSecond(200), SETTINGS));
        assertEquals(AlertState.CLEARED, alerts.get(alerts.size() - 1).state());
        assertEquals(WatchState.OK, state());
        observe(100, 0.5);
        assertEquals(WatchState.OK, state());
    }

    @Test
    void aReferenceCanBeGatheredAnew() {
        observe(100, 0.8);
        take(group.restart(Instant.ofEpochSecond(200)));
        assertInstanceOf(Watch.Gathering.class, group.watch());
        assertTrue(alerts.isEmpty());
    }

    @Test
    void theImagesAreNamedWhenTheyMove() {
        observe(100, 0.8);
        IntStream.range(0, 40).forEach(i -> {
            Study study = new Study(
                    Map.of(MonitoredFeature.LOCALITY, 0.8, MonitoredFeature.BRIGHTNESS, 0.9),
                    Instant.ofEpochSecond(seen.size()),
                    "study-" + seen.size(),
                    random.nextLong());
            seen.add(study);
            take(group.observe(study, recent, "alert-" + seen.size(), SETTINGS));
        });
        Alert alert = alerts.stream()
                .filter(one -> one.state() == AlertState.ALERT)
                .findFirst()
                .orElseThrow();
        assertTrue(alert.moved().contains(DriftSource.INPUTS), alert.moved()::toString);
    }
}
