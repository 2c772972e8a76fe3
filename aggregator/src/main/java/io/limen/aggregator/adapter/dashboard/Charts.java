package io.limen.aggregator.adapter.dashboard;

import io.limen.aggregator.domain.strategy.Feature;
import io.limen.schemas.StatisticsHistory;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The newest points of charts per model and width: {@value #MAX_POINTS} of all its sites and reference modes together, some
 * 600 bytes each, which for one group are 41 hours of five minutes and 20 days of hours. Written by one thread, read by any.
 */
final class Charts {

    /** Per model and width. */
    static final int MAX_POINTS = 500;

    private final Map<Line, ConcurrentSkipListMap<Place, ChartPoint>> lines = new ConcurrentHashMap<>();

    private record Line(String model, long widthMillis) {}

    private record Place(Instant start, String referenceMode, String site) implements Comparable<Place> {

        private static final Comparator<Place> ORDER = Comparator.comparing(Place::start)
                .thenComparing(Place::referenceMode)
                .thenComparing(Place::site);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    void take(StatisticsHistory history) {
        Line line = new Line(history.getModel() + "@" + history.getModelVersion(), history.getWidthMillis());
        if (!lines.containsKey(line) && lines.size() >= 2 * FleetView.MAX_MODELS) {
            return;
        }
        var points = lines.computeIfAbsent(line, unknown -> new ConcurrentSkipListMap<>());
        ChartPoint point = ChartPoint.of(history);
        points.put(new Place(point.start(), point.referenceMode(), point.site()), point);
        if (points.size() > MAX_POINTS) {
            points.pollFirstEntry();
        }
    }

    /** The newest intervals of every model's mix of strategies, sorted by id. */
    List<MixView> mixes(long widthMillis, int most) {
        return lines.entrySet().stream()
                .filter(entry -> entry.getKey().widthMillis() == widthMillis)
                .map(entry -> new MixView(
                        entry.getKey().model(),
                        widthMillis,
                        mix(entry.getValue().values(), most)))
                .sorted(Comparator.comparing(MixView::id))
                .toList();
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
        var points = lines.get(new Line(model, widthMillis));
        return points == null
                ? List.of()
                : points.values().stream().map(point -> point.view(feature)).toList();
    }
}
