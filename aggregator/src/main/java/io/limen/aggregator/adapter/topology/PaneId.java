package io.limen.aggregator.adapter.topology;

import io.limen.aggregator.adapter.topology.flow.GroupId;
import io.limen.aggregator.domain.window.TimeWindow;

/** One pane of event time of a group. */
record PaneId(GroupId group, TimeWindow window, long pane) {

    String storeKey() {
        return group.storeKey() + "/" + window + "/" + pane;
    }

    /** Key of the pane's record on the topic: model@version|site|mode|width|start, in milliseconds. */
    String topicKey() {
        return String.join(
                "|",
                group.model().toString(),
                group.group().site(),
                group.group().referenceMode().name(),
                String.valueOf(window.paneWidth().toMillis()),
                String.valueOf(window.startOf(pane).toEpochMilli()));
    }
}
