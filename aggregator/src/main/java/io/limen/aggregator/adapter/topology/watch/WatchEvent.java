package io.limen.aggregator.adapter.topology.watch;

import io.limen.schemas.DriftAlert;
import io.limen.schemas.DriftHistory;

/** What a study brings about. */
sealed interface WatchEvent {

    /** An alert that changed its state. */
    record Alerted(DriftAlert record) implements WatchEvent {}

    /** How far the evidence got in an interval by now. */
    record Weighed(DriftHistory record) implements WatchEvent {}
}
