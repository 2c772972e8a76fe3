package io.limen.aggregator.domain.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A period of event time.
 *
 * @param from its first instant
 * @param to the first behind it
 */
public record Period(Instant from, Instant to) {

    /** As many rows as a page of paper has room for beside the rest. */
    private static final int MOST_INTERVALS = 31;

    private static final List<Duration> WIDTHS = List.of(
            Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofHours(6), Duration.ofDays(1), Duration.ofDays(7));

    public Period {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("Period: " + from + " to " + to);
        }
    }

    /** Whether it holds the instant. */
    public boolean holds(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    /** Of its intervals: the shortest round width of which there are not too many. */
    public Duration width() {
        return WIDTHS.stream()
                .filter(width -> Duration.between(from, to).dividedBy(width) <= MOST_INTERVALS)
                .findFirst()
                .orElseGet(() ->
                        Duration.ofDays(7L * (Duration.between(from, to).toDays() / (7 * MOST_INTERVALS) + 1)));
    }

    /** When the interval begins that holds the instant, in whole widths of UTC. */
    Instant intervalOf(Instant at) {
        long width = width().toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), width) * width);
    }
}
