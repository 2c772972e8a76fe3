package io.limen.aggregator.adapter.dashboard;

import io.limen.schemas.FeatureStatistics;

/** A feature's running moments as JSON, by the names of the schema; what is not finite is null. */
public record FeatureView(long count, Double mean, Double m2, Double min, Double max, Double variance) {

    static FeatureView of(FeatureStatistics statistics) {
        return new FeatureView(
                statistics.getCount(),
                finite(statistics.getMean()),
                finite(statistics.getM2()),
                finite(statistics.getMin()),
                finite(statistics.getMax()),
                statistics.getVariance() == null ? null : finite(statistics.getVariance()));
    }

    /** JSON has no infinity: null stands for "no value". */
    static Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
