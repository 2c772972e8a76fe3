package io.limen.quickstart.domain;

import java.util.Objects;

/**
 * What the demo is asked for.
 *
 * @param cases cases to publish, 1 or more
 * @param scenario what the stream does
 * @param exitWhenDone true: end after the last case; false: stay up until interrupted
 */
public record DemoPlan(int cases, Scenario scenario, boolean exitWhenDone) {

    /** The site of the demo's own cases: those of other producers have another one and are not counted as the demo's. */
    public static final String SITE = "demo";

    public DemoPlan {
        if (cases < 1) {
            throw new IllegalArgumentException("cases: " + cases);
        }
        Objects.requireNonNull(scenario);
    }
}
