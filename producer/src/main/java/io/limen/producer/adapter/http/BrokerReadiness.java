package io.limen.producer.adapter.http;

import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Ready once a broker has let the intake write. */
public final class BrokerReadiness implements HealthCheck {

    private final BooleanSupplier connected;

    /** @param connected whether a broker has let the intake write */
    public BrokerReadiness(BooleanSupplier connected) {
        this.connected = connected;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("broker")
                .status(connected.getAsBoolean())
                .build();
    }
}
