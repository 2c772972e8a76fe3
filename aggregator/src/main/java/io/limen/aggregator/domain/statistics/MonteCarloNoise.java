package io.limen.aggregator.domain.statistics;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * What the finite number of draws leaves uncertain in one explanation.
 *
 * @param standardErrors standard error per feature, in the feature's unit, 0 to {@link Explanation#MAX_MAGNITUDE}; a feature without an estimate is absent
 * @param profileDivergence generalised Jensen-Shannon divergence that the noise gives the profile, nats, 0 or more; empty without an estimate
 */
public record MonteCarloNoise(Map<String, Double> standardErrors, OptionalDouble profileDivergence) {

    /** Nothing was estimated. */
    public static final MonteCarloNoise UNKNOWN = new MonteCarloNoise(Map.of(), OptionalDouble.empty());

    public MonteCarloNoise {
        standardErrors = Map.copyOf(standardErrors);
        standardErrors.forEach((name, error) -> {
            if (!(error >= 0 && error <= Explanation.MAX_MAGNITUDE)) {
                throw new IllegalArgumentException("the standard error of " + name + " is " + error);
            }
        });
        profileDivergence.ifPresent(divergence -> {
            if (!(divergence >= 0 && divergence <= Explanation.MAX_MAGNITUDE)) {
                throw new IllegalArgumentException("the noise of the profile is " + divergence);
            }
        });
    }
}
