package io.limen.aggregator.adapter.topology;

import io.limen.aggregator.adapter.topology.flow.GroupId;
import io.limen.aggregator.adapter.topology.flow.PaneId;
import io.limen.aggregator.adapter.topology.state.PaneState;
import io.limen.aggregator.adapter.topology.state.StateSerdes;
import io.limen.aggregator.domain.statistics.Explanation;
import io.limen.aggregator.domain.window.CountWindow;
import io.limen.aggregator.domain.window.Pane;
import io.limen.aggregator.domain.window.Placement;
import io.limen.aggregator.domain.window.TimeWindow;
import io.limen.aggregator.domain.window.WindowPosition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The panes of all windows, one entry each, so that an explanation rewrites at most three small entries; panes that a window
 * has left are deleted, so that a group has at most 11 + 12 + 24 of them.
 */
final class WindowPanes {

    /** The name of the store. */
    static final String STORE = "window-panes";

    private final KeyValueStore<String, PaneState> panes;
    private final CountWindow last;

    WindowPanes(KeyValueStore<String, PaneState> panes, CountWindow last) {
        this.panes = panes;
        this.last = last;
    }

    static StoreBuilder<? extends StateStore> store() {
        return StatisticsStores.cached(STORE, StateSerdes.pane());
    }

    /**
     * Counts the explanation in the windows that hold it.
     *
     * @param before the group's position before it came
     * @return the panes of event time that changed
     */
    List<PaneId> add(GroupId group, WindowPosition before, Explanation explanation, Placement placement) {
        Pane one = Pane.of(explanation);
        addToLast(group, last.paneOf(before.counted()), one);
        List<PaneId> changed = new ArrayList<>();
        if (placement == Placement.IN_TIME) {
            Instant time = explanation.segmentedAt();
            Instant newest = before.after(time, placement).newest().orElse(time);
            for (TimeWindow window : TimeWindow.values()) {
                before.newest().ifPresent(earlier -> forget(group, window, earlier, newest));
                if (window.holds(time, newest)) {
                    PaneId id = new PaneId(group, window, window.paneOf(time));
                    put(id, pane(id).map(known -> known.merge(one)).orElse(one));
                    changed.add(id);
                }
            }
        }
        return changed;
    }

    /** A pane of event time; empty when nothing is in it. */
    Optional<Pane> pane(PaneId id) {
        return Optional.ofNullable(panes.get(id.storeKey())).map(StateMapper::pane);
    }

    /** The panes of the window that hold something, oldest first. */
    List<PaneId> within(GroupId group, TimeWindow window, WindowPosition position) {
        List<PaneId> held = new ArrayList<>();
        position.newest().ifPresent(newest -> {
            for (long pane = window.firstPane(newest); pane <= window.paneOf(newest); pane++) {
                PaneId id = new PaneId(group, window, pane);
                if (panes.get(id.storeKey()) != null) {
                    held.add(id);
                }
            }
        });
        return held;
    }

    /** The window of event time as one; empty when nothing is in it. */
    Optional<Pane> merged(GroupId group, TimeWindow window, WindowPosition position) {
        return Pane.merged(within(group, window, position).stream()
                .flatMap(id -> pane(id).stream())
                .toList());
    }

    /** The newest explanations by number as one; empty when there are none. */
    Optional<Pane> mergedLast(GroupId group, WindowPosition position) {
        List<Pane> held = new ArrayList<>();
        for (long pane = last.firstPane(position.counted()); pane <= last.paneOf(position.counted()); pane++) {
            lastPane(group, pane).ifPresent(held::add);
        }
        return Pane.merged(held);
    }

    private void addToLast(GroupId group, long pane, Pane one) {
        Pane sum = lastPane(group, pane).map(known -> known.merge(one)).orElse(one);
        panes.put(lastKey(group, pane), StateMapper.toState(pane, last.paneSize(), sum));
    }

    /** The pane by number, unless another one, or one of another size, still has its place. */
    private Optional<Pane> lastPane(GroupId group, long pane) {
        return Optional.ofNullable(panes.get(lastKey(group, pane)))
                .filter(state -> state.getPane() == pane && state.getWidth() == last.paneSize())
                .map(StateMapper::pane);
    }

    private static String lastKey(GroupId group, long pane) {
        return group.storeKey() + "/LAST/" + CountWindow.placeOf(pane);
    }

    private void put(PaneId id, Pane pane) {
        panes.put(
                id.storeKey(),
                StateMapper.toState(id.pane(), id.window().paneWidth().toMillis(), pane));
    }

    /** Deletes what was in the window that ended with the earlier time, and is not in the one that ends with the newer. */
    private void forget(GroupId group, TimeWindow window, Instant earlier, Instant newest) {
        long end = Math.min(window.firstPane(newest), window.paneOf(earlier) + 1);
        for (long pane = window.firstPane(earlier); pane < end; pane++) {
            panes.delete(new PaneId(group, window, pane).storeKey());
        }
    }
}
