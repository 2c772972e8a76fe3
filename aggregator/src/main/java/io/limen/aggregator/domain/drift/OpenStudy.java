package io.limen.aggregator.domain.drift;

import io.limen.aggregator.domain.statistics.Explanation;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * A study whose cases are still coming.
 *
 * @param sums what its cases add up to, per feature that one of them defines
 * @param at event time of its newest case
 * @param exampleId explanation of its newest case
 */
public record OpenStudy(Map<MonitoredFeature, Sum> sums, Instant at, String exampleId) {

    /**
     * Values of a feature.
     *
     * @param count cases that define it, 1 or more
     * @param total their sum, in the feature's unit
     */
    public record Sum(long count, double total) {

        Sum plus(Sum other) {
            return new Sum(count + other.count, total + other.total);
        }
    }

    public OpenStudy {
        Map<MonitoredFeature, Sum> copy = new EnumMap<>(MonitoredFeature.class);
        copy.putAll(sums);
        sums = Collections.unmodifiableMap(copy);
    }

    /** A study of one case so far. */
    public static OpenStudy of(Explanation explanation) {
        Map<MonitoredFeature, Sum> sums = new EnumMap<>(MonitoredFeature.class);
        for (MonitoredFeature feature : MonitoredFeature.values()) {
            Double value = feature.strategy()
                    .map(strategy -> explanation.strategy() == strategy ? 1.0 : 0.0)
                    .orElse(explanation.features().get(feature.featureName()));
            if (value != null) {
                sums.put(feature, new Sum(1, value));
            }
        }
        return new OpenStudy(sums, explanation.segmentedAt(), explanation.id());
    }

    /** This and the other one, which is of the same study. */
    public OpenStudy merge(OpenStudy other) {
        Map<MonitoredFeature, Sum> both = new EnumMap<>(MonitoredFeature.class);
        both.putAll(sums);
        other.sums.forEach((feature, sum) -> both.merge(feature, sum, Sum::plus));
        boolean later = other.at.isAfter(at);
        return new OpenStudy(both, later ? other.at : at, later ? other.exampleId : exampleId);
    }

    /** The study, when no more cases come; its lot is still to be drawn. */
    public Study close() {
        Map<MonitoredFeature, Double> means = new EnumMap<>(MonitoredFeature.class);
        sums.forEach((feature, sum) -> means.put(feature, sum.total() / sum.count()));
        return new Study(means, at, exampleId, 0);
    }
}
