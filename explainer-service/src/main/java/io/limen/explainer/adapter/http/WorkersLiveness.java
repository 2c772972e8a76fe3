package io.limen.explainer.adapter.http;

import io.limen.explainer.application.stream.Workers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;

/** Alive as long as no worker ended by a fault. */
@Liveness
@ApplicationScoped
public class WorkersLiveness implements HealthCheck {

    private final Workers workers;

    public WorkersLiveness(Workers workers) {
        this.workers = workers;
    }

    @Override
    public HealthCheckResponse call() {
        List<String> dead = workers.dead();
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("workers").status(dead.isEmpty());
        return dead.isEmpty()
                ? response.build()
                : response.withData("ended", String.join(", ", dead)).build();
    }
}
