package io.limen.quickstart.domain;

import io.limen.quickstart.domain.StreamEvent.DriftReported;
import io.limen.quickstart.domain.StreamEvent.Explained;
import io.limen.quickstart.domain.StreamEvent.Rejected;
import io.limen.quickstart.domain.StreamEvent.StatisticsPublished;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far the demo is with its own cases, told from those of other producers by their site. A case that comes twice, as
 * at-least-once delivery allows, counts once.
 *
 * @param expected cases that the demo publishes, 1 or more
 * @param site site of the demo's own cases
 * @param explained every explanation seen, those of other sites included
 * @param rejected origin and reason of every record of the demo that was rejected
 * @param speed cost per group, measured on the attributions
 * @param figures statistics per group, as the aggregator last published them
 * @param drifts newest notice of each alert, by its id
 */
public record Progress(
        int expected,
        String site,
        Set<ExplainedCase> explained,
        SortedMap<String, String> rejected,
        Map<Group, Speed> speed,
        SortedMap<Group, GroupFigures> figures,
        SortedMap<String, DriftNotice> drifts) {

    public Progress {
        if (expected < 1) {
            throw new IllegalArgumentException("expected: " + expected);
        }
        Objects.requireNonNull(site);
        explained = Set.copyOf(explained);
        rejected = new TreeMap<>(rejected);
        speed = Map.copyOf(speed);
        figures = new TreeMap<>(figures);
        drifts = new TreeMap<>(drifts);
    }

    /** One case explained for one model. */
    public record ExplainedCase(Group group, String caseId) {}

    /** Before the first event. */
    public static Progress of(int expected, String site) {
        return new Progress(expected, site, Set.of(), new TreeMap<>(), Map.of(), new TreeMap<>(), new TreeMap<>());
    }

    /** After one more event. */
    public Progress with(StreamEvent event) {
        if (event instanceof Explained one) {
            return withExplained(one);
        }
        if (event instanceof Rejected one) {
            return withRejected(one);
        }
        if (event instanceof DriftReported one) {
            SortedMap<String, DriftNotice> notices = new TreeMap<>(drifts);
            notices.put(one.notice().alertId(), one.notice());
            return new Progress(expected, site, explained, rejected, speed, figures, notices);
        }
        StatisticsPublished statistics = (StatisticsPublished) event;
        SortedMap<Group, GroupFigures> newest = new TreeMap<>(figures);
        newest.putAll(statistics.groups());
        return new Progress(expected, site, explained, rejected, speed, newest, drifts);
    }

    private Progress withRejected(Rejected one) {
        if (!one.site().equals(Optional.of(site))) {
            return this;
        }
        SortedMap<String, String> more = new TreeMap<>(rejected);
        more.put(one.origin(), one.reason());
        return new Progress(expected, site, explained, more, speed, figures, drifts);
    }

    private Progress withExplained(Explained one) {
        Set<ExplainedCase> more = new HashSet<>(explained);
        if (!more.add(new ExplainedCase(one.group(), one.caseId()))) {
            return this;
        }
        Map<Group, Speed> costs = new TreeMap<>(speed);
        costs.put(one.group(), costs.getOrDefault(one.group(), Speed.NONE).add(one.forwards(), one.elapsed()));
        return new Progress(expected, site, more, rejected, costs, figures, drifts);
    }

    /** Cases of the demo explained or rejected. */
    public int done() {
        return ownExplained() + rejected.size();
    }

    /** True when no case is left. */
    public boolean complete() {
        return done() >= expected;
    }

    /** True when the aggregator has counted every explanation of the demo that was seen. */
    public boolean counted() {
        long counted = figures.entrySet().stream()
                .filter(entry -> own(entry.getKey()))
                .mapToLong(entry -> entry.getValue().explanations())
                .sum();
        return counted >= ownExplained();
    }

    /** True when the aggregator has raised an alert about the demo's own cases. */
    public boolean alerted() {
        return drifts.values().stream()
                .anyMatch(notice -> own(notice.group()) && notice.state() != DriftNotice.State.SUSPECT);
    }

    private int ownExplained() {
        return (int) explained.stream().filter(one -> own(one.group())).count();
    }

    private boolean own(Group group) {
        return group.site().equals(site);
    }
}
