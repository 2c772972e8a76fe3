package io.limen.explainer.domain.intervention;

/** What a draw is for; the draws of one phase are independent of those of another. */
public enum DrawPhase {
    /** A first look at every block. */
    SCREENING,
    /** Fresh draws for the estimate of a relevant block. */
    ESTIMATION,
    /** Fresh draws of blocks that screening dropped, to see what it lost. */
    AUDIT,
    /** Blocks replaced together, to see what the map foretells of it. */
    JOINT
}
