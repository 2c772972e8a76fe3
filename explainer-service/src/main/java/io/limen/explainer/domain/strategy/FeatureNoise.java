package io.limen.explainer.domain.strategy;

import java.util.Map;
import java.util.Optional;

/**
 * What the Monte Carlo noise of a map does to its features.
 *
 * @param standardErrors standard error of a feature by its name, in the feature's unit, 0 or more; none where the feature
 *     is not defined or no error was estimated
 * @param profileNoise generalised Jensen-Shannon divergence that noise gives the profile, nats, 0 or more; empty when it
 *     was not estimated
 */
public record FeatureNoise(Map<String, Double> standardErrors, Optional<Double> profileNoise) {

    /** Nothing was estimated. */
    public static final FeatureNoise UNKNOWN = new FeatureNoise(Map.of(), Optional.empty());

    public FeatureNoise {
        standardErrors = Map.copyOf(standardErrors);
        standardErrors.forEach(FeatureNoise::check);
        profileNoise.ifPresent(noise -> check("profileNoise", noise));
    }

    private static void check(String name, double value) {
        if (!(value >= 0)) {
            throw new IllegalArgumentException("FeatureNoise: " + name + " " + value);
        }
    }
}
