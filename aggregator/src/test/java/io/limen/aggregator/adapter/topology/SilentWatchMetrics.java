package io.limen.aggregator.adapter.topology;

import io.limen.aggregator.application.WatchMetrics;
import io.limen.aggregator.application.WatchStanding;
import io.limen.aggregator.domain.statistics.GroupKey;

/** Tells nobody. */
public final class SilentWatchMetrics implements WatchMetrics {

    @Override
    public void stands(String model, GroupKey group, WatchStanding standing) {}

    @Override
    public void leaves(String model, GroupKey group) {}

    @Override
    public void missesCase() {}
}
