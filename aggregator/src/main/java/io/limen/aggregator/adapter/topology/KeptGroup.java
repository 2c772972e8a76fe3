package io.limen.aggregator.adapter.topology;

import io.limen.aggregator.domain.statistics.GroupStatistics;
import io.limen.aggregator.domain.window.WindowPosition;

/** What is kept of a group: its statistics since the start, and how far its windows have moved. */
record KeptGroup(GroupStatistics statistics, WindowPosition position) {

    static final KeptGroup EMPTY = new KeptGroup(GroupStatistics.EMPTY, WindowPosition.START);
}
