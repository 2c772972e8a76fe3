package io.limen.aggregator.domain.window;

/** Where an explanation stands in event time. */
public enum Placement {
    /** In the day that ends with the newest explanation of its group. */
    IN_TIME,
    /** Of a case before that day when it came. */
    LATE,
    /** Of a case dated after it came, by more than clocks differ. */
    AHEAD
}
