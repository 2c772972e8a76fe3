package io.limen.aggregator.bootstrap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the stream runs; alive unless only a restart helps. */
@ApplicationScoped
final class StreamHealth {

    @Produces
    @Readiness
    HealthCheck readiness(StreamLifecycle stream) {
        return () -> check(stream, stream.isRunning());
    }

    @Produces
    @Liveness
    HealthCheck liveness(StreamLifecycle stream) {
        return () -> check(stream, !stream.isBroken());
    }

    private static HealthCheckResponse check(StreamLifecycle stream, boolean up) {
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("stream").status(up).withData("state", stream.state());
        stream.obstacle().ifPresent(line -> answer.withData("obstacle", line));
        return answer.build();
    }
}
