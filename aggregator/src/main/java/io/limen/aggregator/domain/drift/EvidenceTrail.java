package io.limen.aggregator.domain.drift;

import io.limen.aggregator.domain.window.TimeWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The newest interval of every width that the evidence of a group is in. Evidence is a sequence in the order in which studies were
 * weighed: one that comes late moves it where it stands now, and belongs to the newest interval and not to its own.
 *
 * @param intervals at most one per {@link TimeWindow}
 */
public record EvidenceTrail(List<EvidenceInterval> intervals) {

    /** Before the first study. */
    public static final EvidenceTrail NONE = new EvidenceTrail(List.of());

    public EvidenceTrail {
        intervals = List.copyOf(intervals);
    }

    /**
     * The trail after one more study.
     *
     * @param at its event time, no later than the clock allows
     * @param state where the watch stands now; empty while its reference is being gathered
     */
    public EvidenceTrail next(Instant at, EvidenceReading reading, Optional<WatchState> state) {
        List<EvidenceInterval> next = new ArrayList<>();
        for (TimeWindow window : TimeWindow.values()) {
            long pane = window.paneOf(at);
            next.add(newest(window)
                    .filter(known -> pane <= known.pane())
                    .map(known -> known.next(reading, state))
                    .orElseGet(() -> EvidenceInterval.begin(window, pane, reading, state)));
        }
        return new EvidenceTrail(next);
    }

    private Optional<EvidenceInterval> newest(TimeWindow window) {
        return intervals.stream()
                .filter(interval -> interval.window() == window)
                .findFirst();
    }
}
