package io.limen.aggregator.adapter.topology.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.limen.aggregator.adapter.topology.state.StateSerdes;
import io.limen.aggregator.adapter.topology.state.WatchedGroupState;
import io.limen.aggregator.domain.alert.RecentStudies;
import io.limen.aggregator.domain.alert.WatchedGroup;
import io.limen.aggregator.domain.drift.MonitoredFeature;
import io.limen.aggregator.domain.drift.Study;
import io.limen.aggregator.domain.drift.Watch;
import io.limen.aggregator.domain.drift.WatchSettings;
import io.limen.aggregator.domain.drift.Watching;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is kept of a watch is the watch, to the last bit. */
class WatchMapperTest {

    private static final WatchSettings SETTINGS = new WatchSettings(20, 100);

    /** Knows no studies: what is kept does not depend on them. */
    private static final RecentStudies NONE = most -> List.of();

    private static WatchedGroup after(int studies) {
        Random random = new Random(9);
        WatchedGroup group = WatchedGroup.NEW;
        for (int i = 0; i < studies; i++) {
            double locality = (i < 40 ? 0.8 : 0.4) + 0.05 * random.nextGaussian();
            Study study = new Study(
                    Map.of(MonitoredFeature.LOCALITY, locality, MonitoredFeature.STRATEGY_LOCAL, 1.0),
                    Instant.ofEpochSecond(i),
                    "study-" + i,
                    random.nextLong());
            group = group.observe(study, NONE, "alert-" + i, SETTINGS).group();
        }
        return group;
    }

    private static WatchedGroup keptAndRead(WatchedGroup group) {
        byte[] kept = StateSerdes.watchedGroup().encode(new WatchedGroups.Kept(7, group, List.of("c-1")).toState());
        WatchedGroupState read = StateSerdes.watchedGroup().decode(kept);
        assertEquals(7, WatchedGroups.Kept.of(read).seen());
        assertEquals(List.of("c-1"), WatchedGroups.Kept.of(read).commands());
        return WatchedGroups.Kept.of(read).group();
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
