package io.limen.aggregator.adapter.dashboard;

import io.limen.schemas.GroupStatistics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Statistics of one site and reference mode as JSON, by the names of the schema.
 *
 * @param profileSum sum of the profiles, 48 cells: ring-major, then quadrant, then sign
 */
public record GroupView(
        String site,
        String referenceMode,
        long explanations,
        Map<String, FeatureView> features,
        Map<String, Long> classCounts,
        List<Double> profileSum) {

    static GroupView of(GroupStatistics group) {
        Map<String, FeatureView> features = new TreeMap<>();
        group.getFeatures().forEach((name, statistics) -> features.put(name, FeatureView.of(statistics)));
        return new GroupView(
                group.getSite(),
                group.getReferenceMode().name(),
                group.getExplanations(),
                features,
                new TreeMap<>(group.getClassCounts()),
                group.getProfileSum().stream()
                        .map(weight -> FeatureView.finite(weight) == null ? 0.0 : weight)
                        .toList());
    }
}
