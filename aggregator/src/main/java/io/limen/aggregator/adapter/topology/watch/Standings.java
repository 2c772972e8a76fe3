package io.limen.aggregator.adapter.topology.watch;

import io.limen.aggregator.adapter.topology.flow.GroupId;
import io.limen.aggregator.application.WatchMetrics;
import io.limen.aggregator.application.WatchStanding;
import io.limen.aggregator.domain.drift.Watch;
import io.limen.aggregator.domain.drift.WatchSettings;
import io.limen.aggregator.domain.drift.Watching;
import java.util.HashSet;
import java.util.Set;

/** Tells where watches stand, and takes it back when they are another instance's. */
final class Standings {

    private final WatchMetrics metrics;
    private final WatchSettings settings;
    private final Set<GroupId> told = new HashSet<>();

    Standings(WatchMetrics metrics, WatchSettings settings) {
        this.metrics = metrics;
        this.settings = settings;
    }

    void tell(GroupId group, Watch watch) {
        told.add(group);
        metrics.stands(group.model().toString(), group.group(), standing(watch));
    }

    void takeBack() {
        told.forEach(group -> metrics.leaves(group.model().toString(), group.group()));
        told.clear();
    }

    private WatchStanding standing(Watch watch) {
        return watch instanceof Watching watching
                ? new WatchStanding(1 + watching.state().ordinal(), watching.statistic(), settings.expectedRunLength())
                : new WatchStanding(0, 0, settings.expectedRunLength());
    }
}
