package io.limen.producer.application;

/** What the masks beside the images are. */
public enum MaskMeaning {
    /** Drawn by a human. */
    GROUND_TRUTH,
    /** Made by the deployed model. */
    PREDICTION
}
