package io.limen.aggregator.adapter.topology;

import io.limen.aggregator.adapter.topology.watch.WatchTopology;
import io.limen.aggregator.application.WatchMetrics;
import io.limen.aggregator.domain.drift.WatchSettings;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import java.time.Duration;

/** The watch as a user has it who sets nothing. */
public final class SampleWatch {

    public static final WatchTopology TOPOLOGY =
            new WatchTopology(new WatchSettings(100, 1_000), Duration.ofMinutes(1), new SilentWatchMetrics());

    /** Tells spans to nobody. */
    public static final Tracer UNTRACED = OpenTelemetry.noop().getTracer("none");

    private SampleWatch() {}

    /** Tells figures to nobody. */
    public static WatchMetrics silent() {
        return new SilentWatchMetrics();
    }
}
