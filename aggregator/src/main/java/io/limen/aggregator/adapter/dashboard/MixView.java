package io.limen.aggregator.adapter.dashboard;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The mix of strategies of one version of a model over time, as JSON.
 *
 * @param id model@version
 * @param widthMillis length of an interval of event time
 * @param points earliest first; intervals without an explanation have none
 */
public record MixView(String id, long widthMillis, List<Point> points) {

    /**
     * All sites and reference modes in one interval.
     *
     * @param start when it begins
     * @param classCounts explanations per class of strategy
     */
    public record Point(Instant start, Map<String, Long> classCounts) {}

    public MixView {
        points = List.copyOf(points);
    }
}
