package io.limen.aggregator.domain.drift;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * One study as the watch sees it: its cases are alike, so they count once, by their means.
 *
 * @param values mean over its cases per feature, in the feature's unit; a feature that no case defines is absent
 * @param at event time of its newest case
 * @param exampleId explanation of its newest case
 * @param lot what breaks ties at random, the same whenever the study is looked at again
 */
public record Study(Map<MonitoredFeature, Double> values, Instant at, String exampleId, long lot) {

    public Study {
        Map<MonitoredFeature, Double> copy = new EnumMap<>(MonitoredFeature.class);
        copy.putAll(values);
        copy.forEach((feature, value) -> {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(feature.featureName() + " is " + value);
            }
        });
        values = Collections.unmodifiableMap(copy);
    }

    /** This with another lot. */
    public Study withLot(long other) {
        return new Study(values, at, exampleId, other);
    }
}
