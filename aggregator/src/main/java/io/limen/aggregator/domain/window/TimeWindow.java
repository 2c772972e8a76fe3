package io.limen.aggregator.domain.window;

import java.time.Duration;
import java.time.Instant;

/**
 * A window of event time that ends with the newest explanation of the group. It is made of panes that begin at multiples of
 * their width, the one of the newest explanation being the last; so the hour is between 55 and 60 minutes long, the day
 * between 23 and 24 hours.
 */
public enum TimeWindow {
    /** 12 panes of 5 minutes. */
    HOUR(Duration.ofMinutes(5), 12),
    /** 24 panes of 1 hour. */
    DAY(Duration.ofHours(1), 24);

    private final Duration paneWidth;
    private final int panes;

    TimeWindow(Duration paneWidth, int panes) {
        this.paneWidth = paneWidth;
        this.panes = panes;
    }

    /** Length of a pane. */
    public Duration paneWidth() {
        return paneWidth;
    }

    /** Number of the pane that the time falls into; consecutive, negative before 1970. */
    public long paneOf(Instant time) {
        return Math.floorDiv(time.toEpochMilli(), paneWidth.toMillis());
    }

    /** Number of the first pane of the window that ends with the time. */
    public long firstPane(Instant newest) {
        return paneOf(newest) - panes + 1;
    }

    /** When the pane begins. */
    public Instant startOf(long pane) {
        return Instant.ofEpochMilli(pane * paneWidth.toMillis());
    }

    /** Whether the window that ends with the newest time, not before the given one, holds it. */
    public boolean holds(Instant time, Instant newest) {
        return paneOf(time) >= firstPane(newest);
    }
}
