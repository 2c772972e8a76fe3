package io.limen.aggregator.domain.drift;

/** Where a watch with a reference stands. */
public enum WatchState {
    /** Nothing speaks for a change. */
    OK,
    /** A fifth of the evidence that an alarm takes. */
    SUSPECT,
    /** The alarm was raised and the change goes on. */
    ALERT,
    /** The alarm was raised and the group perceives as in the reference again. */
    CLEARED
}
