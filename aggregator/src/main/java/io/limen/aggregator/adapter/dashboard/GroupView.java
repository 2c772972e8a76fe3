package io.limen.aggregator.adapter.dashboard;

import io.limen.schemas.GroupStatistics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Statistics of one site and reference mode as JSON, by the names of the schema.
 *
 * @param explanations cases that the explanations stand for
 * @param explained cases that were really explained
 * @param effectiveExplanations as many of equal weight tell as much
 * @param profileSum sum of the profiles, 48 cells: ring-major, then quadrant, then sign
 * @param heterogeneity null before there are two explanations
 * @param windows the newest explanations by number, the last hour and the last day of event time
 * @param drift where the watch stands; null when the group is not watched
 * @param lateExplanations in no window of event time, for their cases were older than a day when they came
 * @param aheadExplanations likewise, for their cases are dated after they came
 */
public record GroupView(
        String site,
        String referenceMode,
        long explanations,
        long explained,
        double effectiveExplanations,
        Map<String, FeatureView> features,
        Map<String, Long> classCounts,
        List<Double> profileSum,
        HeterogeneityView heterogeneity,
        List<WindowView> windows,
        DriftView drift,
        long lateExplanations,
        long aheadExplanations) {

    static GroupView of(GroupStatistics group) {
        return new GroupView(
                group.getSite(),
                group.getReferenceMode().name(),
                group.getExplanations(),
                group.getExplained(),
                group.getEffectiveExplanations(),
                FeatureView.of(group.getFeatures()),
                new TreeMap<>(group.getClassCounts()),
                FeatureView.finiteOrZero(group.getProfileSum()),
                HeterogeneityView.of(group.getHeterogeneity()),
                group.getWindows().stream().map(WindowView::of).toList(),
                DriftView.of(group.getDrift()),
                group.getLateExplanations(),
                group.getAheadExplanations());
    }
}
