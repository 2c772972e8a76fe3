package io.limen.aggregator.domain.window;

import io.limen.aggregator.domain.statistics.Explanation;
import io.limen.aggregator.domain.statistics.PerceptionStatistics;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A part of a window that is counted by itself.
 *
 * @param perception how its cases were perceived; at least one
 * @param earliest event time of its earliest case
 * @param newest event time of its newest case
 */
public record Pane(PerceptionStatistics perception, Instant earliest, Instant newest) {

    public Pane {
        if (perception.explanations() < 1 || newest.isBefore(earliest)) {
            throw new IllegalArgumentException(
                    "Pane: " + perception.explanations() + " from " + earliest + " to " + newest);
        }
    }

    /** Of a single explanation. */
    public static Pane of(Explanation explanation) {
        return new Pane(PerceptionStatistics.of(explanation), explanation.segmentedAt(), explanation.segmentedAt());
    }

    /** Both as one. */
    public Pane merge(Pane other) {
        return new Pane(
                perception.merge(other.perception),
                other.earliest.isBefore(earliest) ? other.earliest : earliest,
                other.newest.isAfter(newest) ? other.newest : newest);
    }

    /** All as one; empty of none. */
    public static Optional<Pane> merged(List<Pane> panes) {
        return panes.stream().reduce(Pane::merge);
    }
}
