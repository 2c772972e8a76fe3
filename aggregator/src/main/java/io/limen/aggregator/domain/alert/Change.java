package io.limen.aggregator.domain.alert;

import io.limen.aggregator.domain.drift.Bet;
import io.limen.aggregator.domain.drift.MonitoredFeature;
import io.limen.aggregator.domain.statistics.RunningMoments;
import java.time.Instant;

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
        Instant onset) {}
