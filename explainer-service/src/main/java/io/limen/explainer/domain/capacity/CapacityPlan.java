package io.limen.explainer.domain.capacity;

import java.util.OptionalLong;

/**
 * What a workload needs.
 *
 * @param workload what comes
 * @param devices what explains it
 * @param explainedPerMinute explanations a minute
 * @param kafka what the topics take
 * @param aggregator what keeps the statistics
 * @param watch how long the watch takes
 */
public record CapacityPlan(
        Workload workload,
        DevicePlan devices,
        double explainedPerMinute,
        KafkaPlan kafka,
        AggregatorPlan aggregator,
        WatchPlan watch) {

    /**
     * What there is.
     *
     * @param cost of an explanation
     * @param use share of the time that devices and threads may be busy, in (0,1)
     * @param devices that explain; empty: as many as are needed
     * @param keeping of the topics' records
     */
    public record Means(CaseCost cost, double use, OptionalLong devices, KafkaPlan.Keeping keeping) {}

    /** Reckons what a workload needs. */
    public static CapacityPlan of(Workload workload, Means means) {
        DevicePlan devices = DevicePlan.of(workload, means.cost(), means.use(), means.devices());
        double explained = workload.casesPerSecond() * devices.explainedShare();
        AggregatorPlan aggregator = AggregatorPlan.of(workload, explained, means.use());
        return new CapacityPlan(
                workload,
                devices,
                60 * explained,
                KafkaPlan.of(workload, explained, means.keeping(), aggregator.threads()),
                aggregator,
                WatchPlan.of(workload, explained));
    }
}
