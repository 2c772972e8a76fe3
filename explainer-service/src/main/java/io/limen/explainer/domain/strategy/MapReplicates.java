package io.limen.explainer.domain.strategy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Maps that the same case could have had: see {@link NoiseBootstrap}. */
final class MapReplicates {
    private final MeasuredEffects measured;
    private final double[] centre;
    private final int[] noisy;
    private final Discoveries discoveries;
    private final SplittableRandom random;

    MapReplicates(MeasuredEffects measured, BlockGeometry geometry, long seed) {
        this.random = new SplittableRandom(seed);
        this.measured = measured;
        this.centre = NoiseCentre.of(measured, geometry);
        this.noisy = IntStream.range(0, measured.size())
                .filter(i -> measured.standardErrors()[i] > 0)
                .toArray();
        this.discoveries = new Discoveries(ratios(measured.ate()), (int)
                Arrays.stream(noisy).filter(i -> measured.significant()[i]).count());
    }

    private double[] ratios(double[] effects) {
        return Arrays.stream(noisy)
                .mapToDouble(i -> Math.abs(effects[i]) / measured.standardErrors()[i])
                .toArray();
    }

    /** Another one. */
    MeasuredEffects next() {
        double[] effects = centre.clone();
        for (int i : noisy) {
            effects[i] += measured.standardErrors()[i] * random.nextGaussian();
        }
        double[] ratios = ratios(effects);
        double cut = discoveries.cut(ratios);
        boolean[] significant = measured.significant().clone();
        for (int i = 0; i < noisy.length; i++) {
            significant[noisy[i]] = ratios[i] >= cut;
        }
        return new MeasuredEffects(effects, measured.standardErrors(), significant, measured.tau());
    }
}
