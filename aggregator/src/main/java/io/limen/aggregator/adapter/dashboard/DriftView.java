package io.limen.aggregator.adapter.dashboard;

import io.limen.schemas.DriftStatus;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the watch on a group stands as JSON, by the names of the schema.
 *
 * @param statistic evidence of a change, 0 or more
 * @param expectedRunLength the alarm line of the statistic: least average number of studies between false alarms
 * @param referenceStudies studies in the reference so far
 * @param referenceWanted studies that the reference wants before the watch begins
 * @param studies watched since the reference was complete
 * @param alertId the alert that is open; null when none is
 * @param shares of the statistic that features carry, summing to 1; empty when it is 0
 */
public record DriftView(
        String state,
        Instant since,
        Double statistic,
        Double expectedRunLength,
        long referenceStudies,
        long referenceWanted,
        long studies,
        String alertId,
        Map<String, Double> shares) {

    /** Null of a group that is not watched. */
    static DriftView of(DriftStatus status) {
        return status == null
                ? null
                : new DriftView(
                        status.getState().name(),
                        status.getSince(),
                        FeatureView.finite(status.getStatistic()),
                        FeatureView.finite(status.getExpectedRunLength()),
                        status.getReferenceStudies(),
                        status.getReferenceWanted(),
                        status.getStudies(),
                        status.getAlertId(),
                        new TreeMap<>(status.getShares()));
    }
}
