package io.limen.aggregator.domain.window;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far the windows of a group have moved.
 *
 * @param counted explanations that have come
 * @param newest event time of the newest of them, those ahead apart; empty when there is none
 * @param late how many were {@link Placement#LATE}
 * @param ahead how many were {@link Placement#AHEAD}
 */
public record WindowPosition(long counted, Optional<Instant> newest, long late, long ahead) {

    /** Clocks of a site and of this one differ by less; what is dated later must not push the windows. */
    public static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    /** Before the first explanation. */
    public static final WindowPosition START = new WindowPosition(0, Optional.empty(), 0, 0);

    public WindowPosition {
        if (counted < 0 || late < 0 || ahead < 0 || late + ahead > counted) {
            throw new IllegalArgumentException(
                    "WindowPosition: counted " + counted + ", late " + late + ", ahead " + ahead);
        }
    }

    /**
     * Where an explanation stands that comes next.
     *
     * @param eventTime of its case
     * @param now when it comes, by this clock
     */
    public Placement place(Instant eventTime, Instant now) {
        if (eventTime.isAfter(now.plus(CLOCK_TOLERANCE))) {
            return Placement.AHEAD;
        }
        return TimeWindow.DAY.holds(eventTime, newest.orElse(eventTime)) ? Placement.IN_TIME : Placement.LATE;
    }

    /** The position after it came. */
    public WindowPosition after(Instant eventTime, Placement placement) {
        Optional<Instant> moved =
                placement != Placement.IN_TIME || newest.isPresent() && !eventTime.isAfter(newest.get())
                        ? newest
                        : Optional.of(eventTime);
        return new WindowPosition(
                counted + 1,
                moved,
                late + (placement == Placement.LATE ? 1 : 0),
                ahead + (placement == Placement.AHEAD ? 1 : 0));
    }

    /** Whether the windows of both positions are made of the same panes of event time. */
    public boolean endsInPaneOf(WindowPosition other) {
        return newest.map(TimeWindow.HOUR::paneOf).equals(other.newest.map(TimeWindow.HOUR::paneOf));
    }
}
