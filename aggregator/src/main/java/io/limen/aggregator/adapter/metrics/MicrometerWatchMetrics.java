package io.limen.aggregator.adapter.metrics;

import io.limen.aggregator.application.WatchMetrics;
import io.limen.aggregator.application.WatchStanding;
import io.limen.aggregator.domain.statistics.GroupKey;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/**
 * Gauges {@code aggregator.watch.state}, {@code .statistic} and {@code .promise}, tags {@code model}, {@code site} and
 * {@code reference.mode}: only of groups that are counted, whose number is bounded, and only of those that are this
 * instance's.
 */
public final class MicrometerWatchMetrics implements WatchMetrics {

    private record Watched(String model, GroupKey group) {}

    private final MeterRegistry registry;
    private final Map<Watched, WatchStanding> standings = new ConcurrentHashMap<>();
    private final Map<Watched, List<Gauge>> gauges = new ConcurrentHashMap<>();

    /** Registers gauges as groups come. */
    public MicrometerWatchMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void stands(String model, GroupKey group, WatchStanding standing) {
        Watched watched = new Watched(model, group);
        standings.put(watched, standing);
        gauges.computeIfAbsent(watched, this::register);
    }

    @Override
    public void leaves(String model, GroupKey group) {
        Watched watched = new Watched(model, group);
        standings.remove(watched);
        List<Gauge> registered = gauges.remove(watched);
        if (registered != null) {
            registered.forEach(registry::remove);
        }
    }

    private List<Gauge> register(Watched watched) {
        return List.of(
                gauge(watched, "state", "0 learning, 1 ok, 2 suspect, 3 alert, 4 cleared", WatchStanding::state),
                gauge(watched, "statistic", "What speaks for a change of perception", WatchStanding::statistic),
                gauge(
                        watched,
                        "promise",
                        "Studies between false alarms, on average: where the statistic alarms",
                        WatchStanding::expectedRunLength));
    }

    private Gauge gauge(Watched watched, String name, String description, ToDoubleFunction<WatchStanding> value) {
        return Gauge.builder("aggregator.watch." + name, () -> {
                    WatchStanding standing = standings.get(watched);
                    return standing == null ? Double.NaN : value.applyAsDouble(standing);
                })
                .description(description)
                .tags(Tags.of(
                        "model", watched.model(),
                        "site", watched.group().site(),
                        "reference.mode", watched.group().referenceMode().name()))
                .register(registry);
    }
}
