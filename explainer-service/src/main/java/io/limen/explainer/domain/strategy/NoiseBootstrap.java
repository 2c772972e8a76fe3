package io.limen.explainer.domain.strategy;

import io.limen.explainer.domain.effect.EffectMoments;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a map's noise does to its features: a parametric bootstrap (Efron 1979). A replicate is {@link NoiseCentre} plus
 * standard error times a normal number for each block whose error is above 0; which blocks are significant is found anew
 * ({@link Discoveries}), for which ones are is what moves features most. A feature's standard error is its standard deviation
 * over the replicates that have it. Blocks are taken as independent. Cost O({@link #REPLICATES} x B log B), a few
 * milliseconds.
 */
final class NoiseBootstrap {

    /** A standard error from 100 replicates is known to 7 %, far better than the standard errors it is made of allow. */
    static final int REPLICATES = 100;

    /** Keeps the replicates' random numbers apart from those of the permutations, which have the same seed. */
    private static final long STREAM = 0x6e6f697365L;

    private final BlockGeometry geometry;
    private final FeatureValues features;
    private final long seed;

    NoiseBootstrap(BlockGeometry geometry, boolean signed, long seed) {
        this.geometry = geometry;
        this.features = new FeatureValues(geometry, signed);
        this.seed = seed ^ STREAM;
    }

    /** Unknown where the error of a block is. */
    FeatureNoise of(MeasuredEffects measured) {
        if (Arrays.stream(measured.standardErrors()).anyMatch(error -> error >= EffectMoments.UNKNOWN_STANDARD_ERROR)) {
            return FeatureNoise.UNKNOWN;
        }
        MapReplicates replicates = new MapReplicates(measured, geometry, seed);
        Map<String, Spread> spreads = new LinkedHashMap<>();
        ProfileSpread profiles = new ProfileSpread();
        for (int i = 0; i < REPLICATES; i++) {
            MeasuredEffects replicate = replicates.next();
            features.of(replicate)
                    .forEach((name, value) ->
                            spreads.computeIfAbsent(name, key -> new Spread()).add(value));
            profiles.add(Profile.of(geometry, replicate.told()));
        }
        Map<String, Double> own = features.of(measured);
        return new FeatureNoise(
                standardErrors(spreads, own),
                own.containsKey("locality") ? profiles.divergence(REPLICATES / 2) : Optional.empty());
    }

    /** Of the features that the map itself has, as far as half of the replicates have them. */
    private static Map<String, Double> standardErrors(Map<String, Spread> spreads, Map<String, Double> own) {
        Map<String, Double> errors = new LinkedHashMap<>();
        for (String name : own.keySet()) {
            Spread spread = spreads.get(name);
            if (spread != null && spread.count >= REPLICATES / 2) {
                errors.put(name, spread.deviation());
            }
        }
        return errors;
    }

    /** A running mean and sum of squares (Welford 1962). */
    private static final class Spread {
        private int count;
        private double mean;
        private double squares;

        void add(double value) {
            count++;
            double deviation = value - mean;
            mean += deviation / count;
            squares += deviation * (value - mean);
        }

        double deviation() {
            return Math.sqrt(squares / (count - 1));
        }
    }
}
