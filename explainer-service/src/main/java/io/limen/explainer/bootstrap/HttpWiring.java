package io.limen.explainer.bootstrap;

import io.limen.explainer.adapter.http.HealthInAWord;
import io.limen.explainer.adapter.http.ServedPaths;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.health.SmallRyeHealthReporter;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Puts what may be asked for before everything that is served. */
@Singleton
class HttpWiring {

    /** Before whatever else looks at a request. */
    private static final int FIRST = 1_000;

    private static final int ONCE_SERVED = 900;

    void guard(@Observes Filters filters, ExplainerConfig config, SmallRyeHealthReporter reporter) {
        ServedPaths served = served(config);
        filters.register(served, FIRST);
        filters.register(new HealthInAWord(served, reporter), ONCE_SERVED);
    }

    private static ServedPaths served(ExplainerConfig config) {
        try {
            return new ServedPaths(ConfiguredSettings.metricsToken(config.access()));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(e.getMessage(), e);
        }
    }
}
