package io.limen.aggregator.adapter.dashboard;

import io.limen.schemas.WindowStatistics;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * Statistics over a window as JSON, by the names of the schema.
 *
 * @param explained as {@link GroupView}
 * @param effectiveExplanations as {@link GroupView}
 * @param window LAST, HOUR or DAY
 */
public record WindowView(
        String window,
        long explanations,
        long explained,
        double effectiveExplanations,
        Instant from,
        Instant to,
        Map<String, FeatureView> features,
        Map<String, Long> classCounts,
        HeterogeneityView heterogeneity) {

    static WindowView of(WindowStatistics window) {
        return new WindowView(
                window.getWindow(),
                window.getExplanations(),
                window.getExplained(),
                window.getEffectiveExplanations(),
                window.getFrom(),
                window.getTo(),
                FeatureView.of(window.getFeatures()),
                new TreeMap<>(window.getClassCounts()),
                HeterogeneityView.of(window.getHeterogeneity()));
    }
}
