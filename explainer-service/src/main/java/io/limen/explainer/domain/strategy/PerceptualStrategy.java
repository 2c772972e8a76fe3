package io.limen.explainer.domain.strategy;

/** The class of a perceptual strategy. */
public enum PerceptualStrategy {
    /** No block matters. */
    NONE,
    /** What matters lies around the region. */
    LOCAL,
    /** What matters is spread over the image. */
    GLOBAL,
    /** What matters lies along the region's rows and columns, or before it in scan order. */
    SEQUENTIAL,
    /** No class stands out. */
    UNDETERMINED
}
