package io.limen.aggregator.adapter.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.limen.aggregator.application.WatchStanding;
import io.limen.aggregator.domain.statistics.GroupKey;
import io.limen.aggregator.domain.strategy.ReferenceMode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class MicrometerWatchMetricsTest {

    private static final GroupKey CLINIC = new GroupKey("clinic", ReferenceMode.PREDICTION);
    private static final WatchStanding OK = new WatchStanding(1, 0, 1_000);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final MicrometerWatchMetrics metrics = new MicrometerWatchMetrics(registry);

    private int shown() {
        return registry.find("aggregator.watch.state").gauges().size();
    }

    private double untold() {
        return registry.get("aggregator.watch.untold").gauge().value();
    }

    private void fill() {
        for (int model = 0; model < MicrometerWatchMetrics.MOST_GROUPS; model++) {
            metrics.stands("unet@" + model, CLINIC, OK);
        }
    }

    @Test
    void groupsBeyondTheLimitAreCountedAndHaveNoGauges() {
        fill();
        metrics.stands("one@more", CLINIC, OK);
        metrics.stands("one@more", CLINIC, OK);
        metrics.stands("another@one", CLINIC, OK);
        assertEquals(MicrometerWatchMetrics.MOST_GROUPS, shown());
        assertEquals(2, untold());
    }

    @Test
    void aGroupTakesThePlaceOfOneThatLeft() {
        fill();
        metrics.stands("one@more", CLINIC, OK);
        metrics.leaves("unet@0", CLINIC);
        metrics.stands("one@more", CLINIC, OK);
        assertEquals(MicrometerWatchMetrics.MOST_GROUPS, shown());
        assertEquals(0, untold());
        assertEquals(
                1,
                registry.get("aggregator.watch.state")
                        .tag("model", "one@more")
                        .gauge()
                        .value());
    }
}
