package io.limen.aggregator.adapter.dashboard;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiConsumer;

/**
 * The newest points of charts per model and width of interval: {@value #MAX_POINTS} of all its sites and reference modes together,
 * which for one group are 41 hours of five minutes and 20 days of hours. Written by one thread, read by any.
 *
 * @param <P> a point
 */
final class NewestPoints<P> {

    /** Per model and width. */
    static final int MAX_POINTS = 500;

    private final Map<Line, ConcurrentSkipListMap<Place, P>> lines = new ConcurrentHashMap<>();

    private record Line(String model, long widthMillis) {}

    /** Where a point belongs among those of its model and width: by time, then by group. */
    record Place(Instant start, String referenceMode, String site) implements Comparable<Place> {

        private static final Comparator<Place> ORDER = Comparator.comparing(Place::start)
                .thenComparing(Place::referenceMode)
                .thenComparing(Place::site);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /** Takes a point in place of the one that was there; one of a model too many is left out. */
    void take(String model, long widthMillis, Place place, P point) {
        Line line = new Line(model, widthMillis);
        if (!lines.containsKey(line) && lines.size() >= 2 * FleetView.MAX_MODELS) {
            return;
        }
        var points = lines.computeIfAbsent(line, unknown -> new ConcurrentSkipListMap<>());
        points.put(place, point);
        if (points.size() > MAX_POINTS) {
            points.pollFirstEntry();
        }
    }

    /** The points of a model, earliest first. */
    Collection<P> of(String model, long widthMillis) {
        var points = lines.get(new Line(model, widthMillis));
        return points == null ? List.of() : points.values();
    }

    /** Hands over the points of every model, earliest first. */
    void forEach(long widthMillis, BiConsumer<String, Collection<P>> taker) {
        lines.forEach((line, points) -> {
            if (line.widthMillis() == widthMillis) {
                taker.accept(line.model(), points.values());
            }
        });
    }
}
