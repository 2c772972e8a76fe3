package io.limen.aggregator.adapter.topology.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.limen.aggregator.adapter.topology.state.StateSerdes;
import io.limen.aggregator.adapter.topology.state.StudyState;
import io.limen.aggregator.adapter.topology.state.WatchedBet;
import io.limen.aggregator.adapter.topology.state.WatchedFeature;
import io.limen.aggregator.adapter.topology.state.WatchedGroupState;
import io.limen.aggregator.domain.alert.RecentStudies;
import io.limen.aggregator.domain.alert.WatchedGroup;
import io.limen.aggregator.domain.drift.Bet;
import io.limen.aggregator.domain.drift.EvidenceTrail;
import io.limen.aggregator.domain.drift.FeatureWatch;
import io.limen.aggregator.domain.drift.MonitoredFeature;
import io.limen.aggregator.domain.drift.Study;
import io.limen.aggregator.domain.drift.Watch;
import io.limen.aggregator.domain.drift.WatchSettings;
import io.limen.aggregator.domain.drift.Watching;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is kept of a watch is the watch, to the last bit. */
class WatchMapperTest {

    private static final WatchSettings SETTINGS = new WatchSettings(20, 100);

    private final List<Study> seen = new ArrayList<>();
    private EvidenceTrail trail = EvidenceTrail.NONE;
    private final RecentStudies recent = most -> seen.subList(Math.max(0, seen.size() - most), seen.size());

    private WatchedGroup after(int studies) {
        Random random = new Random(9);
        WatchedGroup group = WatchedGroup.NEW;
        for (int i = 0; i < studies; i++) {
            double locality = (i < 40 ? 0.8 : 0.4) + 0.05 * random.nextGaussian();
            Study study = new Study(
                    Map.of(MonitoredFeature.LOCALITY, locality, MonitoredFeature.STRATEGY_LOCAL, 1.0),
                    Instant.ofEpochSecond(i),
                    "study-" + i,
                    random.nextLong());
            seen.add(study);
            WatchedGroup.Outcome outcome = group.observe(study, recent, "alert-" + i, SETTINGS);
            group = outcome.group();
            trail = trail.next(
                    study.at(),
                    outcome.reading(),
                    group.watch() instanceof Watching watching ? Optional.of(watching.state()) : Optional.empty());
        }
        return group;
    }

    private WatchedGroup keptAndRead(WatchedGroup group) {
        byte[] kept =
                StateSerdes.watchedGroup().encode(new WatchedGroups.Kept(7, group, List.of("c-1"), trail).toState());
        WatchedGroupState read = StateSerdes.watchedGroup().decode(kept);
        WatchedGroups.Kept again = WatchedGroups.Kept.of(read, recent);
        assertEquals(7, again.seen());
        assertEquals(List.of("c-1"), again.commands());
        assertEquals(trail, again.trail());
        return again.group();
    }

    @Test
    void everyFeatureAndEveryBetHasItsPlace() {
        for (MonitoredFeature feature : MonitoredFeature.values()) {
            assertEquals(feature.name(), WatchedFeature.valueOf(feature.name()).name());
        }
        for (Bet bet : Bet.values()) {
            assertEquals(bet.name(), WatchedBet.valueOf(bet.name()).name());
        }
    }

    @Test
    void whatVersion1KeptIsTheSameWatchWhenItIsKeptAnew() throws IOException {
        WatchedGroups.Kept before;
        try (InputStream file = getClass().getResourceAsStream("/state/WatchedGroupState-v1.bin")) {
            before = WatchedGroups.Kept.of(StateSerdes.watchedGroup().decode(file.readAllBytes()), recent);
        }
        FeatureWatch locality = assertInstanceOf(Watching.class, before.group().watch())
                .features()
                .get(MonitoredFeature.LOCALITY);
        assertEquals(2, locality.cells().total());
        assertEquals(12.5, locality.evidence().get(Bet.RISE).sum());
        assertEquals("alert-1", before.group().open().orElseThrow().id());

        byte[] anew = StateSerdes.watchedGroup().encode(before.toState());
        assertEquals(before, WatchedGroups.Kept.of(StateSerdes.watchedGroup().decode(anew), recent));
    }

    @Test
    void aReferenceThatVersion1WasGatheringIsGatheredOn() throws IOException {
        StudyState study;
        try (InputStream file = getClass().getResourceAsStream("/state/StudyState-v1.bin")) {
            study = StateSerdes.study().decode(file.readAllBytes());
        }
        WatchedGroupState version1 = WatchedGroupState.newBuilder()
                .setSeen(3)
                .setGathered(List.of(study, study, study))
                .build();
        WatchedGroup group = WatchedGroups.Kept.of(version1, recent).group();
        seen.addAll(((Watch.Gathering) group.watch()).studies());
        assertEquals(3, seen.size());
        assertEquals(Map.of(MonitoredFeature.LOCALITY, 0.75), seen.get(0).values());
        assertEquals(group, keptAndRead(group));
    }

    @Test
    void aWatchThatGathers() {
        WatchedGroup group = after(12);
        assertEquals(
                12,
                assertInstanceOf(Watch.Gathering.class, group.watch()).studies().size());
        assertEquals(group, keptAndRead(group));
    }

    @Test
    void aWatchThatWatches() {
        WatchedGroup group = after(40);
        assertInstanceOf(Watching.class, group.watch());
        assertEquals(group, keptAndRead(group));
    }

    @Test
    void aWatchWithAnOpenAlert() {
        WatchedGroup group = after(60);
        assertEquals(true, group.open().isPresent());
        assertEquals(group, keptAndRead(group));
    }
}
