package io.limen.aggregator.adapter.dashboard;

import io.limen.schemas.DriftHistory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far the evidence for a change of one version of a model got over time, as JSON.
 *
 * @param id model@version
 * @param widthMillis length of an interval of event time
 * @param points one per interval, site and reference mode, earliest first
 */
public record EvidenceView(String id, long widthMillis, List<Point> points) {

    public EvidenceView {
        points = List.copyOf(points);
    }

    /**
     * One interval of one group.
     *
     * @param start event time at which it begins
     * @param studies that the watch saw in it
     * @param state where the watch stood after the newest of them
     * @param greatest value of the detection statistic after any of them, before an alarm began it anew
     * @param newest value after the newest of them
     * @param alarmLine value at which an alarm is raised
     * @param shares share of the greatest value per feature, summing to 1
     */
    public record Point(
            String site,
            String referenceMode,
            Instant start,
            long studies,
            String state,
            double greatest,
            double newest,
            double alarmLine,
            Map<String, Double> shares) {

        static Point of(DriftHistory history) {
            return new Point(
                    history.getSite(),
                    history.getReferenceMode().name(),
                    history.getStart(),
                    history.getStudies(),
                    history.getState().name(),
                    history.getGreatest(),
                    history.getNewest(),
                    history.getExpectedRunLength(),
                    new TreeMap<>(history.getShares()));
        }
    }
}
