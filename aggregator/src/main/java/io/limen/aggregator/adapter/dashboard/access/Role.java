package io.limen.aggregator.adapter.dashboard.access;

/** What somebody may do, less first: each role may what the ones before it may. */
public enum Role {
    /** Nothing but what is open to everybody. */
    NONE,
    /** Read. */
    VIEWER,
    /** Read and change. */
    OPERATOR;

    /** Whether this role may what the other may. */
    boolean covers(Role needed) {
        return compareTo(needed) >= 0;
    }
}
