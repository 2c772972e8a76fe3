package io.limen.aggregator.domain.drift;

import io.limen.aggregator.domain.window.TimeWindow;
import java.time.Instant;
import java.util.Optional;

/**
 * How far the evidence got in one interval: a point of a chart.
 *
 * @param window whose panes the interval is one of
 * @param pane its number
 * @param studies seen in it
 * @param greatest the reading with the greatest statistic, the earliest of several
 * @param newest statistic after the newest study, 0 or more
 * @param state where the watch stood after it; empty while its reference was being gathered
 */
public record EvidenceInterval(
        TimeWindow window,
        long pane,
        long studies,
        EvidenceReading greatest,
        double newest,
        Optional<WatchState> state) {

    public EvidenceInterval {
        if (studies < 1 || !(newest >= 0 && newest <= greatest.statistic())) {
            throw new IllegalArgumentException("EvidenceInterval: studies " + studies + ", newest " + newest
                    + " of at most " + greatest.statistic());
        }
    }

    /** An interval with its first study. */
    static EvidenceInterval begin(TimeWindow window, long pane, EvidenceReading reading, Optional<WatchState> state) {
        return new EvidenceInterval(window, pane, 1, reading, reading.statistic(), state);
    }

    /** This and one more study. */
    EvidenceInterval next(EvidenceReading reading, Optional<WatchState> then) {
        EvidenceReading further = reading.statistic() > greatest.statistic() ? reading : greatest;
        return new EvidenceInterval(window, pane, studies + 1, further, reading.statistic(), then);
    }

    /** Event time at which it begins. */
    public Instant start() {
        return window.startOf(pane);
    }
}
