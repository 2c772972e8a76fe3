package io.limen.aggregator.bootstrap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the stream runs; alive unless only a restart helps. */
@ApplicationScoped
final class StreamHealth {

    @Produces
    @Readiness
    HealthCheck readiness(Aggregator aggregator) {
        return () -> check(aggregator, aggregator.stream().isRunning());
    }

    @Produces
    @Liveness
    HealthCheck liveness(Aggregator aggregator) {
        return () -> check(aggregator, !aggregator.stream().isBroken());
    }

    private static HealthCheckResponse check(Aggregator aggregator, boolean up) {
        return HealthCheckResponse.named("stream")
                .status(up)
                .withData("state", aggregator.stream().state())
                .build();
    }
}
