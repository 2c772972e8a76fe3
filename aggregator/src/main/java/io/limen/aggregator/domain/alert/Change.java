package io.limen.aggregator.domain.alert;

import io.limen.aggregator.domain.drift.Bet;
import io.limen.aggregator.domain.drift.MonitoredFeature;
import io.limen.aggregator.domain.drift.Study;
import io.limen.aggregator.domain.statistics.RunningMoments;
import java.time.Instant;
import java.util.List;

/**
 * How the feature that carries an alert has changed.
 *
 * @param feature the feature
 * @param direction whether it rose, fell, or spread more or less
 * @param reference its moments in the reference, in its unit
 * @param current its moments since the onset
 * @param onset estimated event time of the change
 */
public record Change(
        MonitoredFeature feature,
        Bet.Direction direction,
        RunningMoments reference,
        RunningMoments current,
        Instant onset) {

    /**
     * Whether the feature, over these studies, is nearer to the reference than to what it had changed to: in its mean, or in its
     * spread where that is what changed.
     */
    boolean isUndoneBy(List<Study> studies) {
        RunningMoments now = RunningMoments.EMPTY;
        for (Study study : studies) {
            Double value = study.values().get(feature);
            now = value == null ? now : now.add(value);
        }
        double there = changing(now);
        return now.count() > 0 && Math.abs(there - before()) < Math.abs(there - after());
    }

    /** What has changed, in the reference: the mean, or the standard deviation where the spread has. */
    double before() {
        return changing(reference);
    }

    /** The same since the onset. */
    double after() {
        return changing(current);
    }

    private double changing(RunningMoments moments) {
        return direction.isOfSpread() ? moments.deviation().orElse(0) : moments.mean();
    }
}
