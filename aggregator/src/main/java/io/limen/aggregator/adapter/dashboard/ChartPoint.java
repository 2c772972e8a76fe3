package io.limen.aggregator.adapter.dashboard;

import io.limen.aggregator.domain.strategy.Feature;
import io.limen.schemas.StatisticsHistory;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * Statistics of one group over one interval of event time, held as small as it goes: there may be thousands per model.
 *
 * @param start when the interval begins
 * @param means per feature, in the order of {@link Feature}; NaN where there is none
 * @param deviations standard deviations, likewise
 */
record ChartPoint(
        String site,
        String referenceMode,
        Instant start,
        long explanations,
        double[] means,
        double[] deviations,
        Map<String, Long> classCounts) {

    ChartPoint {
        means = means.clone();
        deviations = deviations.clone();
    }

    static ChartPoint of(StatisticsHistory history) {
        return new ChartPoint(
                history.getSite(),
                history.getReferenceMode().name(),
                history.getStart(),
                history.getExplanations(),
                numbers(history.getMeans()),
                numbers(history.getDeviations()),
                Map.copyOf(history.getClassCounts()));
    }

    private static double[] numbers(Map<String, Double> byName) {
        Feature[] features = Feature.values();
        double[] numbers = new double[features.length];
        for (int index = 0; index < features.length; index++) {
            Double number = byName.get(features[index].fieldName());
            numbers[index] = number == null ? Double.NaN : number;
        }
        return numbers;
    }

    View view(Feature feature) {
        return new View(
                site,
                referenceMode,
                start,
                explanations,
                FeatureView.finite(means[feature.ordinal()]),
                FeatureView.finite(deviations[feature.ordinal()]),
                new TreeMap<>(classCounts));
    }

    /**
     * The point of one feature as JSON.
     *
     * @param mean of the feature; null where it was not defined
     * @param standardDeviation null below two explanations
     */
    public record View(
            String site,
            String referenceMode,
            Instant start,
            long explanations,
            Double mean,
            Double standardDeviation,
            Map<String, Long> classCounts) {}
}
