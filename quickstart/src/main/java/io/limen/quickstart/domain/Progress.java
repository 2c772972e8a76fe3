package io.limen.quickstart.domain;

import io.limen.quickstart.domain.StreamEvent.Explained;
import io.limen.quickstart.domain.StreamEvent.Rejected;
import io.limen.quickstart.domain.StreamEvent.StatisticsPublished;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far the demo is. A case that comes twice, as at-least-once delivery allows, counts once.
 *
 * @param expected cases that the demo publishes, 1 or more
 * @param explained model and case of every explanation seen
 * @param rejected origin and reason of every record rejected
 * @param speed cost per group, measured on the attributions
 * @param figures statistics per group, as the aggregator last published them
 */
public record Progress(
        int expected,
        Set<String> explained,
        SortedMap<String, String> rejected,
        Map<Group, Speed> speed,
        SortedMap<Group, GroupFigures> figures) {

    public Progress {
        if (expected < 1) {
            throw new IllegalArgumentException("expected: " + expected);
        }
        explained = Set.copyOf(explained);
        rejected = new TreeMap<>(rejected);
        speed = Map.copyOf(speed);
        figures = new TreeMap<>(figures);
    }

    /** Before the first event. */
    public static Progress of(int expected) {
        return new Progress(expected, Set.of(), new TreeMap<>(), Map.of(), new TreeMap<>());
    }

    /** After one more event. */
    public Progress with(StreamEvent event) {
        if (event instanceof Explained one) {
            return withExplained(one);
        }
        if (event instanceof Rejected one) {
            SortedMap<String, String> more = new TreeMap<>(rejected);
            more.put(one.origin(), one.reason());
            return new Progress(expected, explained, more, speed, figures);
        }
        StatisticsPublished statistics = (StatisticsPublished) event;
        SortedMap<Group, GroupFigures> newest = new TreeMap<>(figures);
        newest.putAll(statistics.groups());
        return new Progress(expected, explained, rejected, speed, newest);
    }

    private Progress withExplained(Explained one) {
        Set<String> more = new HashSet<>(explained);
        if (!more.add(one.group().model() + "/" + one.caseId())) {
            return this;
        }
        Map<Group, Speed> costs = new TreeMap<>(speed);
        costs.put(one.group(), costs.getOrDefault(one.group(), Speed.NONE).add(one.forwards(), one.elapsed()));
        return new Progress(expected, more, rejected, costs, figures);
    }

    /** Cases explained or rejected. */
    public int done() {
        return explained.size() + rejected.size();
    }

    /** True when no case is left. */
    public boolean complete() {
        return done() >= expected;
    }

    /** True when the aggregator has counted every explanation seen. */
    public boolean counted() {
        return figures.values().stream().mapToLong(GroupFigures::explanations).sum() >= explained.size();
    }
}
