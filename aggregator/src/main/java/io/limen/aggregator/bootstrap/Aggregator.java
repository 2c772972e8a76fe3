package io.limen.aggregator.bootstrap;

import io.limen.aggregator.adapter.metrics.MicrometerExplanationMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Wires the parts, starts them and stops them. */
@Singleton
public class Aggregator {

    private final StreamLifecycle stream;

    Aggregator(AggregatorConfig config, MeterRegistry registry) {
        this.stream = new StreamLifecycle(config, new MicrometerExplanationMetrics(registry), registry);
    }

    StreamLifecycle stream() {
        return stream;
    }

    void start(@Observes StartupEvent event) {
        stream.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stream.stop();
    }
}
