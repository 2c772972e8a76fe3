package io.limen.aggregator.adapter.topology;

import io.limen.aggregator.domain.statistics.Explanation;

/** What a decoded attribution turned out to be. */
sealed interface Reading {

    /** Fit to be counted. */
    record Readable(Explanation explanation) implements Reading {}

    /**
     * Not fit to be counted.
     *
     * @param reason one line; never pixels or patient data
     */
    record Rejected(String reason) implements Reading {}
}
