package io.limen.aggregator.adapter.dashboard;

import java.util.List;

/**
 * A feature of one version of a model over time, as JSON.
 *
 * @param id model@version
 * @param feature by its name in the schema
 * @param widthMillis length of an interval of event time
 * @param points one per interval, site and reference mode, earliest first
 */
public record HistoryView(String id, String feature, long widthMillis, List<ChartPoint.View> points) {

    public HistoryView {
        points = List.copyOf(points);
    }
}
