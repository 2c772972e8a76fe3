package io.limen.aggregator.adapter.dashboard;

import io.limen.schemas.FeatureStatistics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A feature's running statistics as JSON, by the names of the schema; what is not finite is null.
 *
 * @param noiseVariance what of the variance is Monte Carlo noise; null when nothing is known of it
 * @param quantiles by their probability; empty in windows
 */
public record FeatureView(
        long count,
        Double mean,
        Double m2,
        Double min,
        Double max,
        Double variance,
        Double noiseVariance,
        Map<String, Double> quantiles) {

    static FeatureView of(FeatureStatistics statistics) {
        Map<String, Double> quantiles = new TreeMap<>();
        statistics.getQuantiles().forEach((probability, value) -> quantiles.put(probability, finite(value)));
        return new FeatureView(
                statistics.getCount(),
                finite(statistics.getMean()),
                finite(statistics.getM2()),
                finite(statistics.getMin()),
                finite(statistics.getMax()),
                finiteOrNull(statistics.getVariance()),
                finiteOrNull(statistics.getNoiseVariance()),
                quantiles);
    }

    static Map<String, FeatureView> of(Map<String, FeatureStatistics> features) {
        Map<String, FeatureView> views = new TreeMap<>();
        features.forEach((name, statistics) -> views.put(name, of(statistics)));
        return views;
    }

    /** JSON has no infinity: null stands for "no value". */
    static Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    static Double finiteOrNull(Double value) {
        return value == null ? null : finite(value);
    }

    /** Weights, in which 0 stands for "no value". */
    static List<Double> finiteOrZero(List<Double> weights) {
        return weights.stream()
                .map(weight -> Double.isFinite(weight) ? weight : 0.0)
                .toList();
    }
}
