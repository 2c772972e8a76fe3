package io.limen.aggregator.domain.strategy;

/** The class of strategy of one explanation. */
public enum PerceptualStrategy {
    /** No block outside the region matters. */
    NONE,
    /** What matters lies close to the region. */
    LOCAL,
    /** What matters is spread over the image. */
    GLOBAL,
    /** What matters lies along the scan of the model. */
    SEQUENTIAL,
    /** No class stands out. */
    UNDETERMINED
}
