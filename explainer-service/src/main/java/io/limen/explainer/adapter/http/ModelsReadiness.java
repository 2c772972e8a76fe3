package io.limen.explainer.adapter.http;

import io.limen.explainer.application.stream.ModelPreload;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the repository's models are loaded; names those that are, and those that can't be. */
@Readiness
@ApplicationScoped
public class ModelsReadiness implements HealthCheck {

    private final ModelPreload preload;

    public ModelsReadiness(ModelPreload preload) {
        this.preload = preload;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("models").status(preload.obstacles().isEmpty());
        if (!preload.obstacles().isEmpty()) {
            response.withData("reason", String.join("; ", preload.obstacles()));
        }
        response.withData("loaded", String.join(", ", preload.loaded()));
        preload.rejected().forEach((model, reason) -> response.withData("rejected " + model, reason));
        return response.build();
    }
}
