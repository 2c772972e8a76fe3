package io.limen.aggregator.adapter.topology.flow;

import io.limen.aggregator.domain.statistics.Explanation;

/** An explanation as it arrives: for the first time, or again. */
public sealed interface Arrival {

    /** Not seen before. */
    record First(Explanation explanation) implements Arrival {}

    /** Seen before: the same explanation, so nothing of it is needed. */
    record Repeated() implements Arrival {}
}
