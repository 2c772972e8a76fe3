package io.limen.explainer.domain.capacity;

import java.time.Duration;

/**
 * How long the watch takes. Fewer explanations don't make it blind, they make it slower; more make it quicker, and its false alarms
 * more frequent: the promise is a number of studies.
 *
 * @param reference until a group's reference is gathered
 * @param found until a change of locality by one standard deviation is found, as often before as after
 * @param foundMostly until it is found nine times out of ten
 * @param falseAlarms at least so long on average between two false alarms of all groups together
 * @param promiseForQuiet {@code limen.drift.expected-run-time} that makes them one in thirty days
 */
public record WatchPlan(
        Duration reference, Duration found, Duration foundMostly, Duration falseAlarms, double promiseForQuiet) {

    /** Studies of the reference by default. */
    public static final int REFERENCE = 100;

    /** Simulated at a promise of 1,000, a hundred studies after the reference (aggregator/docs/watch.md). */
    public static final int FOUND = 17;

    public static final int FOUND_MOSTLY = 29;

    /** The promise by default: studies between two false alarms of a group. */
    public static final double PROMISE = 1_000;

    public static final Duration QUIET = Duration.ofDays(30);

    /** @param explainedPerSecond of all groups, spread evenly */
    static WatchPlan of(Workload workload, double explainedPerSecond) {
        double studiesPerSecond = explainedPerSecond / workload.casesPerStudy();
        double ofAGroup = studiesPerSecond / workload.groups();
        return new WatchPlan(
                after(REFERENCE, ofAGroup),
                after(FOUND, ofAGroup),
                after(FOUND_MOSTLY, ofAGroup),
                after(PROMISE, studiesPerSecond),
                studiesPerSecond * QUIET.toSeconds());
    }

    private static Duration after(double studies, double perSecond) {
        return Duration.ofMillis(Math.round(1_000 * studies / perSecond));
    }
}
