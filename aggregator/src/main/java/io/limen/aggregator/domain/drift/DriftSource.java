package io.limen.aggregator.domain.drift;

/** What can move. */
public enum DriftSource {
    /** The images that the model is given. */
    INPUTS,
    /** What it answers. */
    OUTPUTS,
    /** What the model relies on. */
    RELIANCE
}
