package io.limen.aggregator.domain.drift;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the evidence for a change had come to when one study had been weighed, before anything was decided on it: an alarm begins
 * the evidence anew, so afterwards it can no longer be seen.
 *
 * @param statistic value of the detection statistic, 0 or more
 * @param shares share of it per feature, summing to 1; empty when it is 0
 */
public record EvidenceReading(double statistic, Map<MonitoredFeature, Double> shares) {

    /** Nothing is weighed while the reference is being gathered. */
    public static final EvidenceReading NONE = new EvidenceReading(0, Map.of());

    public EvidenceReading {
        if (!(statistic >= 0)) {
            throw new IllegalArgumentException("EvidenceReading: statistic " + statistic);
        }
        Map<MonitoredFeature, Double> copy = new EnumMap<>(MonitoredFeature.class);
        copy.putAll(shares);
        shares = Collections.unmodifiableMap(copy);
    }
}
