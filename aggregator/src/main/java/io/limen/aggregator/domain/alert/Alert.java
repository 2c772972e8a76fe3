package io.limen.aggregator.domain.alert;

import io.limen.aggregator.domain.drift.DriftSource;
import io.limen.aggregator.domain.drift.MonitoredFeature;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * An alert as it stands.
 *
 * @param id shared by the states of one alert
 * @param state where it stands
 * @param change what has changed
 * @param statistic value of the detection statistic, 0 or more
 * @param moved what has moved, taken each for itself
 * @param at event time of the study that moved it into the state
 * @param referenceStudies studies in the reference
 * @param shares share of the statistic per feature
 * @param examples explanations since the onset, newest first, at most {@value #MAX_EXAMPLES}
 */
public record Alert(
        String id,
        AlertState state,
        Change change,
        double statistic,
        Set<DriftSource> moved,
        Instant at,
        long referenceStudies,
        Map<MonitoredFeature, Double> shares,
        List<String> examples) {

    /** Enough to look at, few enough to read. */
    public static final int MAX_EXAMPLES = 5;

    public Alert {
        moved = Collections.unmodifiableSet(new TreeSet<>(moved));
        Map<MonitoredFeature, Double> copy = new EnumMap<>(MonitoredFeature.class);
        copy.putAll(shares);
        shares = Collections.unmodifiableMap(copy);
        examples = List.copyOf(examples);
        if (!(statistic >= 0) || examples.size() > MAX_EXAMPLES) {
            throw new IllegalArgumentException("Alert: statistic " + statistic + ", examples " + examples.size());
        }
    }

    /** The alert, over since the time. */
    Alert cleared(Instant when) {
        return new Alert(id, AlertState.CLEARED, change, 0, moved, when, referenceStudies, Map.of(), examples);
    }
}
