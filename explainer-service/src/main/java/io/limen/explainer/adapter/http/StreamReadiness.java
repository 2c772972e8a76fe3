package io.limen.explainer.adapter.http;

import io.limen.explainer.application.stream.StreamStatus;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready when nothing stands between the workers and the stream. */
@Readiness
@ApplicationScoped
public class StreamReadiness implements HealthCheck {

    private final StreamStatus stream;

    public StreamReadiness(StreamStatus stream) {
        this.stream = stream;
    }

    @Override
    public HealthCheckResponse call() {
        String reason = String.join("; ", stream.obstacles());
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("stream").status(reason.isEmpty());
        return reason.isEmpty()
                ? response.build()
                : response.withData("reason", reason).build();
    }
}
