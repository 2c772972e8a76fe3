package io.limen.explainer.domain.strategy;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How large the effects of a noisy map are at least and at most. The square of an estimate exceeds that of the true effect
 * by its squared standard error on average. A significant effect is therefore drawn in by sqrt(1 - 1/t^2), t = effect /
 * standard error; the others, of which none shows by itself, together: those of one ring of the profile by sqrt(1 - 1/m), m = sum of squared effects / sum of squared errors, or to 0 where m is at most 1.
 * Where there is nothing but noise m is 1, with a standard deviation of sqrt(2 sum of fourth powers of errors) / sum of
 * squared errors. At least: they count only where m is {@link #DEVIATIONS} of these above 1. At most: m is as many of these
 * greater than it is seen to be. Cost O(B).
 */
final class EffectBounds {

    /** One-sided bounds of 97.7 %, for each ring. */
    private static final double DEVIATIONS = 2;

    private final MeasuredEffects measured;
    private final BlockGeometry geometry;
    private final double[] squares = new double[BlockGeometry.RINGS];
    private final double[] variances = new double[BlockGeometry.RINGS];
    private final double[] fourthPowers = new double[BlockGeometry.RINGS];

    EffectBounds(MeasuredEffects measured, BlockGeometry geometry) {
        this.measured = measured;
        this.geometry = geometry;
        for (int i = 0; i < measured.size(); i++) {
            double variance = Math.pow(measured.standardErrors()[i], 2);
            if (variance > 0 && !measured.significant()[i]) {
                squares[geometry.ring(i)] += Math.pow(measured.ate()[i], 2);
                variances[geometry.ring(i)] += variance;
                fourthPowers[geometry.ring(i)] += variance * variance;
            }
        }
    }

    /** What noise does not explain: a size per treated block, percentage points, 0 or more. */
    double[] least() {
        return sizes(ring -> mean(ring) > 1 + margin(ring) ? mean(ring) : 0);
    }

    /** What noise may hide: a size per treated block, percentage points, at least that of {@link #least}. */
    double[] most() {
        return sizes(ring -> mean(ring) + margin(ring));
    }

    private double mean(int ring) {
        return squares[ring] / variances[ring];
    }

    private double margin(int ring) {
        return DEVIATIONS * Math.sqrt(2 * fourthPowers[ring]) / variances[ring];
    }

    private double[] sizes(IntToDoubleFunction meanSquare) {
        return IntStream.range(0, measured.size())
                .mapToDouble(i -> size(i, meanSquare))
                .toArray();
    }

    private double size(int i, IntToDoubleFunction meanSquare) {
        double seen = Math.abs(measured.ate()[i]);
        double error = measured.standardErrors()[i];
        if (error == 0) {
            return seen;
        }
        double square =
                measured.significant()[i] ? Math.pow(seen / error, 2) : meanSquare.applyAsDouble(geometry.ring(i));
        return square > 1 ? seen * Math.sqrt(1 - 1 / square) : 0;
    }
}
