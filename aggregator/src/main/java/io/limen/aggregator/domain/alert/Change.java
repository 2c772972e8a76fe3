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
        boolean spread = direction == Bet.Direction.WIDEN || direction == Bet.Direction.NARROW;
        double before = spread ? deviation(reference) : reference.mean();
        double after = spread ? deviation(current) : current.mean();
        double there = spread ? deviation(now) : now.mean();
        return now.count() > 0 && Math.abs(there - before) < Math.abs(there - after);
    }

    private static double deviation(RunningMoments moments) {
        return Math.sqrt(moments.variance().orElse(0));
    }
}
