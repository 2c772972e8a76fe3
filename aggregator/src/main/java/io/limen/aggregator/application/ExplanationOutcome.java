package io.limen.aggregator.application;

/** What became of a record of the attributions: a closed set, fit for a metric's tag. */
public enum ExplanationOutcome {
    /** Folded into the statistics of its model. */
    COUNTED,
    /** Came again and was not counted. */
    DUPLICATE,
    /** Readable, but not fit to be counted: a number that is none, a key that is not the record's model. */
    REJECTED,
    /** Not a record of the schema. */
    UNDECODABLE
}
