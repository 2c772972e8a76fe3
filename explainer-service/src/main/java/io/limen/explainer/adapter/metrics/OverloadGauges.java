package io.limen.explainer.adapter.metrics;

import io.limen.explainer.application.stream.Admissions;
import io.limen.explainer.application.stream.Backlog;
import io.limen.explainer.domain.load.Load;
import io.limen.explainer.domain.load.Relief;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * What waits, and what is done about it.
 *
 * <ul>
 *   <li>{@code explainer.backlog.cases}: cases that wait, of all processes; NaN while that is not known
 *   <li>{@code explainer.backlog.age}: seconds that the case which this process took last had waited; 0 when none waits
 *   <li>{@code explainer.backlog.arrivals}: cases that come a second
 *   <li>{@code explainer.overload.state}: 0 every case with all its time, 1 with less, 2 by lot
 *   <li>{@code explainer.overload.budget.share}: part of the usual time that a case gets
 *   <li>{@code explainer.overload.inclusion.probability}: probability that a case which is taken now is explained
 * </ul>
 */
public final class OverloadGauges {

    private static final double NANOS = 1e9;

    private OverloadGauges() {}

    /** Registers them. */
    public static void register(MeterRegistry registry, Admissions admissions, Backlog backlog) {
        gauge(registry, "explainer.backlog.cases", () -> of(backlog, Load::waiting));
        gauge(registry, "explainer.backlog.arrivals", () -> of(backlog, Load::arrivalsPerSecond));
        gauge(registry, "explainer.backlog.age", () -> age(admissions, backlog));
        gauge(registry, "explainer.overload.state", () -> state(admissions.now()));
        gauge(
                registry,
                "explainer.overload.budget.share",
                () -> admissions.now().budgetShare());
        gauge(
                registry,
                "explainer.overload.inclusion.probability",
                () -> admissions.now().inclusionProbability());
    }

    private static double of(Backlog backlog, ToDoubleFunction<Load> figure) {
        return backlog.now().map(load -> (Double) figure.applyAsDouble(load)).orElse(Double.NaN);
    }

    private static double age(Admissions admissions, Backlog backlog) {
        boolean none = backlog.now().map(load -> load.waiting() == 0).orElse(true);
        return none ? 0 : admissions.lastWait().map(Duration::toNanos).orElse(0L) / NANOS;
    }

    private static int state(Relief relief) {
        return relief.inclusionProbability() < 1 ? 2 : relief.budgetShare() < 1 ? 1 : 0;
    }

    private static void gauge(MeterRegistry registry, String name, Supplier<Number> value) {
        Gauge.builder(name, value).register(registry);
    }
}
