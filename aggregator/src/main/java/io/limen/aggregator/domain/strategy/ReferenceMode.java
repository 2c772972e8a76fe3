package io.limen.aggregator.domain.strategy;

/** What the region of interest was scored against; statistics never mix the two. */
public enum ReferenceMode {
    /** The ground truth that came with the case: effects have both signs. */
    GROUND_TRUTH,
    /** The model's own mask: every effect is 0 or less. */
    PREDICTION
}
