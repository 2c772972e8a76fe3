package io.limen.aggregator.adapter.topology.flow;

import io.limen.aggregator.domain.window.TimeWindow;

/** One pane of event time of a group. */
public record PaneId(GroupId group, TimeWindow window, long pane) {

    /** Key in the store of panes. */
    public String storeKey() {
        return group.storeKey() + "/" + window + "/" + pane;
    }

    /** Key of the pane's record on a topic of points of charts: model@version|site|mode|width|start, in milliseconds. */
    public String topicKey() {
        return String.join(
                "|",
                group.model().toString(),
                group.group().site(),
                group.group().referenceMode().name(),
                String.valueOf(window.paneWidth().toMillis()),
                String.valueOf(window.startOf(pane).toEpochMilli()));
    }
}
