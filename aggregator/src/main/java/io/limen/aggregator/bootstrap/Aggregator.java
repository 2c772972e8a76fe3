package io.limen.aggregator.bootstrap;

import io.limen.aggregator.adapter.dashboard.Fleet;
import io.limen.aggregator.adapter.metrics.MicrometerExplanationMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the parts from the configuration. */
@Singleton
final class Aggregator {

    @Produces
    @Singleton
    Fleet fleet(AggregatorConfig config) {
        return new Fleet(config.newestExplanations());
    }

    @Produces
    @Singleton
    StreamLifecycle stream(AggregatorConfig config, MeterRegistry registry) {
        return new StreamLifecycle(config, new MicrometerExplanationMetrics(registry), registry);
    }

    @Produces
    @Singleton
    DashboardLifecycle dashboard(AggregatorConfig config, Fleet fleet) {
        return new DashboardLifecycle(config, fleet);
    }
}
