package io.limen.aggregator.domain.alert;

/** Where an alert stands. */
public enum AlertState {
    /** A fifth of the evidence that an alarm takes: no promise on how often it comes by chance but five times that of the alarm. */
    SUSPECT,
    /** The alarm. */
    ALERT,
    /** It is over. */
    CLEARED
}
