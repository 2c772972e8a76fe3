package io.limen.aggregator.application;

import io.limen.aggregator.domain.statistics.GroupKey;

/** Port: where the watch on each group stands. */
public interface WatchMetrics {

    /**
     * The watch on the group stands so.
     *
     * @param model model@version
     * @param standing where
     */
    void stands(String model, GroupKey group, WatchStanding standing);

    /** The group is another instance's from now on. */
    void leaves(String model, GroupKey group);

    /** A case came after its study was closed: the watch misses it. */
    void missesCase();
}
