package io.limen.explainer.domain.attribution;

/** What the region of interest is scored against; statistics never mix the two. */
public enum ReferenceMode {
    /** A human's mask that came with the case. */
    GROUND_TRUTH,
    /** The model's own unperturbed mask: no effect is then positive. */
    PREDICTION
}
