package io.limen.aggregator.adapter.dashboard;

import io.limen.aggregator.domain.strategy.Feature;
import io.limen.schemas.DriftHistory;
import io.limen.schemas.StatisticsHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What charts show, some 600 bytes per point of the features. Written by one thread, read by any.
 */
final class Charts {

    private final NewestPoints<ChartPoint> features = new NewestPoints<>();
    private final NewestPoints<EvidenceView.Point> evidence = new NewestPoints<>();

    void take(StatisticsHistory history) {
        ChartPoint point = ChartPoint.of(history);
        features.take(
                history.getModel() + "@" + history.getModelVersion(),
                history.getWidthMillis(),
                new NewestPoints.Place(point.start(), point.referenceMode(), point.site()),
                point);
    }

    /** What is no number has no place in a chart. */
    void take(DriftHistory history) {
        if (!Double.isFinite(history.getGreatest()) || !Double.isFinite(history.getNewest())) {
            return;
        }
        EvidenceView.Point point = EvidenceView.Point.of(history);
        evidence.take(
                history.getModel() + "@" + history.getModelVersion(),
                history.getWidthMillis(),
                new NewestPoints.Place(point.start(), point.referenceMode(), point.site()),
                point);
    }

    /** The newest intervals of every model's mix of strategies, sorted by id. */
    List<MixView> mixes(long widthMillis, int most) {
        List<MixView> mixes = new ArrayList<>();
        features.forEach(widthMillis, (model, points) -> mixes.add(new MixView(model, widthMillis, mix(points, most))));
        mixes.sort(Comparator.comparing(MixView::id));
        return mixes;
    }

    private static List<MixView.Point> mix(Collection<ChartPoint> points, int most) {
        SortedMap<Instant, Map<String, Long>> perStart = new TreeMap<>();
        for (ChartPoint point : points) {
            Map<String, Long> counts = perStart.computeIfAbsent(point.start(), start -> new TreeMap<>());
            point.classCounts().forEach((name, count) -> counts.merge(name, count, Long::sum));
        }
        return perStart.entrySet().stream()
                .skip(Math.max(0, perStart.size() - most))
                .map(entry -> new MixView.Point(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The points of a feature, earliest first. */
    List<ChartPoint.View> points(String model, long widthMillis, Feature feature) {
        return features.of(model, widthMillis).stream()
                .map(point -> point.view(feature))
                .toList();
    }

    /** How far the evidence for a change got, earliest first. */
    List<EvidenceView.Point> evidence(String model, long widthMillis) {
        return List.copyOf(evidence.of(model, widthMillis));
    }
}
