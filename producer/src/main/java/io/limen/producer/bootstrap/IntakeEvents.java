package io.limen.producer.bootstrap;

import io.limen.producer.adapter.http.events.InferenceCases;
import io.limen.producer.adapter.http.events.ServedModels;
import io.limen.producer.application.intake.FileReading;
import io.limen.producer.domain.deployment.Deployment;
import io.limen.producer.domain.deployment.ModelVersion;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes of the configuration which models are behind what model servers tell. */
@Singleton
final class IntakeEvents {

    private static final int VALUES_OF_A_PIXEL = 3;
    private static final int MEGA = 1_000_000;

    @Produces
    @Singleton
    InferenceCases cases(IntakeConfig config, FileReading reading, MeterRegistry registry) {
        Counter dropped = registry.counter("intake.events.dropped");
        double threshold = config.intake().threshold();
        if (!(threshold > 0 && threshold < 1)) {
            throw new ConfigurationException("limen.intake.threshold must be above 0 and below 1, not " + threshold);
        }
        return new InferenceCases(
                new ServedModels(deployments(config.intake())),
                reading,
                new InferenceCases.Limits(config.intake().mostMegapixels() * MEGA * VALUES_OF_A_PIXEL, threshold),
                dropped::increment);
    }

    private static Map<String, Deployment> deployments(IntakeConfig.Intake intake) {
        if (!intake.models().isEmpty() && intake.site().isEmpty()) {
            throw new ConfigurationException("limen.intake.models is set, and limen.intake.site is not");
        }
        try {
            return intake.models().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            entry -> new Deployment(
                                    ModelVersion.parse(entry.getValue()),
                                    intake.site().get())));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("limen.intake.models: " + e.getMessage(), e);
        }
    }
}
