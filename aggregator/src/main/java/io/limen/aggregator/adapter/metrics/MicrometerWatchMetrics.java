package io.limen.aggregator.adapter.metrics;

import io.limen.aggregator.application.WatchMetrics;
import io.limen.aggregator.application.WatchStanding;
import io.limen.aggregator.domain.statistics.GroupKey;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/**
 * Gauges {@code aggregator.watch.state}, {@code .statistic} and {@code .promise}, tags {@code model}, {@code site} and
 * {@code reference.mode}: of the groups that are this instance's, {@value #MOST_GROUPS} at most, whatever comes on the topic.
 * Gauge {@code aggregator.watch.untold}: groups beyond these. Counter {@code aggregator.watch.missed}: cases that came after
 * their study was closed.
 */
public final class MicrometerWatchMetrics implements WatchMetrics {

    /** Three time series each; a fleet of more wants another place to look at. */
    public static final int MOST_GROUPS = 500;

    private record Watched(String model, GroupKey group) {}

    private final MeterRegistry registry;
    private final Map<Watched, WatchStanding> standings = new ConcurrentHashMap<>();
    private final Map<Watched, List<Gauge>> gauges = new HashMap<>();
    private final Set<Watched> untold = ConcurrentHashMap.newKeySet();
    private final Counter missed;

    /** Registers gauges of groups as they come. */
    public MicrometerWatchMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.missed = Counter.builder("aggregator.watch.missed")
                .description("Cases that came after their study was closed: in the statistics, not in the watch")
                .register(registry);
        Gauge.builder("aggregator.watch.untold", untold, Set::size)
                .description("Groups that are watched and have no gauges, for others take all the room")
                .register(registry);
    }

    @Override
    public synchronized void stands(String model, GroupKey group, WatchStanding standing) {
        Watched watched = new Watched(model, group);
        if (gauges.containsKey(watched)) {
            standings.put(watched, standing);
        } else if (gauges.size() >= MOST_GROUPS) {
            untold.add(watched);
        } else {
            untold.remove(watched);
            standings.put(watched, standing);
            gauges.put(watched, register(watched));
        }
    }

    @Override
    public synchronized void leaves(String model, GroupKey group) {
        Watched watched = new Watched(model, group);
        untold.remove(watched);
        standings.remove(watched);
        List<Gauge> registered = gauges.remove(watched);
        if (registered != null) {
            registered.forEach(registry::remove);
        }
    }

    @Override
    public void missesCase() {
        missed.increment();
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
