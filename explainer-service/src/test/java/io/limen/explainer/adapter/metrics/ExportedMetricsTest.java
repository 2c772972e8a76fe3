package io.limen.explainer.adapter.metrics;

import io.limen.explainer.adapter.kafka.SampleAttribution;
import io.limen.explainer.application.stream.Admissions;
import io.limen.explainer.application.stream.Rejection;
import io.limen.monitoring.MetricCatalogue;
import io.micrometer.prometheus.PrometheusConfig;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What rules and dashboards may ask of the explainer. */
class ExportedMetricsTest {

    @Test
    @SuppressWarnings("deprecation") // the registry that Quarkus serves
    void theListedMetricsAreThoseThatAreExported() throws IOException {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        MicrometerMetrics metrics = new MicrometerMetrics(registry);
        OverloadGauges.register(registry, Admissions.unlimited(), Optional::empty);
        metrics.explained(SampleAttribution.full(), Duration.ofSeconds(3));
        for (Rejection.Outcome outcome : Rejection.Outcome.values()) {
            metrics.rejected(new Rejection(outcome, "x"), Optional.empty(), Duration.ofSeconds(1));
        }
        metrics.released();

        MetricCatalogue.read().holdsOwn("explainer-service", "explainer_", registry.scrape());
    }
}
