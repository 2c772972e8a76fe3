package io.limen.explainer.domain.strategy;

import io.limen.explainer.domain.effect.EffectMoments;
import io.limen.explainer.domain.effect.Significance;
import io.limen.explainer.domain.image.BlockGrid;
import io.limen.explainer.domain.image.RegionOfInterest;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/** Independent maps of one case whose true effects are known, of 50 draws per block, tested as the published schedule does. */
final class NoisyMaps {

    static final BlockGrid GRID = new BlockGrid(256, 256, 8);
    static final RegionOfInterest REGION = new RegionOfInterest(96, 104, 32, 32);
    static final BlockGeometry GEOMETRY = new BlockGeometry(GRID, REGION);
    static final double TAU = 0.02;
    private static final int DRAWS = 50;

    private final double[] truth;
    private final double[] spreads;
    private final Random random;

    /**
     * @param truth effect of a block in percentage points, of its index
     * @param spreads standard deviation of one draw; 0: no draw moves the region
     */
    NoisyMaps(IntToDoubleFunction truth, IntToDoubleFunction spreads, long seed) {
        this.truth = new double[GEOMETRY.size()];
        this.spreads = new double[GEOMETRY.size()];
        for (int i = 0; i < this.truth.length; i++) {
            this.spreads[i] = spreads.applyAsDouble(i);
            this.truth[i] = this.spreads[i] == 0 ? 0 : truth.applyAsDouble(i);
        }
        this.random = new Random(seed);
    }

    /** Effects fall off within a fraction of the region's side, beyond 1.8 of it nothing matters: a small convolutional network. */
    static NoisyMaps local(long seed) {
        double[] sizes = sizes(seed);
        return new NoisyMaps(
                i -> -1.5 * Math.exp(-GEOMETRY.radius(i) / 0.4) * (1 + 0.5 * sizes[i]),
                i -> GEOMETRY.radius(i) < 1.8 ? 0.5 + 2 * Math.exp(-GEOMETRY.radius(i) / 0.4) : 0,
                seed);
    }

    /** Effects of both signs everywhere, the farther the smaller. */
    static NoisyMaps global(long seed) {
        double[] sizes = sizes(seed);
        return new NoisyMaps(
                i -> 0.25 * sizes[i] * Math.exp(-GEOMETRY.radius(i) / 6), i -> 0.4 + 0.25 * Math.abs(sizes[i]), seed);
    }

    /** Effects next to the region alone, and noise everywhere. */
    static NoisyMaps fewAmongMany(long seed) {
        double[] sizes = sizes(seed);
        return new NoisyMaps(i -> GEOMETRY.radius(i) < 0.5 ? -0.6 * (1 + 0.3 * sizes[i]) : 0, i -> 0.8, seed);
    }

    private static double[] sizes(long seed) {
        Random random = new Random(seed + 1);
        return random.doubles(GEOMETRY.size()).map(any -> random.nextGaussian()).toArray();
    }

    MeasuredEffects next() {
        double[] ate = new double[truth.length];
        double[] errors = new double[truth.length];
        double[] pValues = new double[truth.length];
        for (int i = 0; i < ate.length; i++) {
            double squares = spreads[i] * spreads[i] * chiSquared(DRAWS - 1);
            double mean = truth[i] + spreads[i] / Math.sqrt(DRAWS) * random.nextGaussian();
            EffectMoments moments = new EffectMoments(DRAWS, mean, squares, Math.abs(mean), 0);
            ate[i] = mean;
            errors[i] = moments.standardError();
            pValues[i] = Significance.pValue(moments);
        }
        boolean[] significant = Significance.benjaminiHochberg(pValues, Significance.FALSE_DISCOVERY_RATE);
        return new MeasuredEffects(ate, errors, significant, TAU);
    }

    private double chiSquared(int degrees) {
        double sum = 0;
        for (int i = 0; i < degrees; i++) {
            sum += Math.pow(random.nextGaussian(), 2);
        }
        return sum;
    }
}
