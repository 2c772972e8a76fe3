package io.limen.explainer.domain.strategy;

import java.util.stream.IntStream;

/**
 * What replicates of a map are noise around. Not the map itself: its effects hold its noise already, so that noise on top
 * would be there twice, and of hundreds of blocks without any effect dozens would seem to have one. The square of an
 * estimate exceeds that of the true effect by its squared standard error on average, so effects are drawn in until theirs
 * do not: a significant block by itself, by sqrt(1 - 1/t^2) with t = effect / standard error, the others of each ring of
 * the profile together, by sqrt(1 - 1/mean t^2), or to 0 where that is no number (empirical Bayes, with the spread of the
 * effects kept; Louis 1984). Cost O(B).
 */
final class NoiseCentre {

    private NoiseCentre() {}

    /** One centre per treated block, percentage points; where the error is 0 the effect itself. */
    static double[] of(MeasuredEffects measured, BlockGeometry geometry) {
        double[] squares = new double[BlockGeometry.RINGS];
        int[] counts = new int[BlockGeometry.RINGS];
        for (int i = 0; i < measured.size(); i++) {
            if (measured.standardErrors()[i] > 0 && !measured.significant()[i]) {
                squares[geometry.ring(i)] += Math.pow(ratio(measured, i), 2);
                counts[geometry.ring(i)]++;
            }
        }
        return IntStream.range(0, measured.size())
                .mapToDouble(i -> centre(measured, i, squares[geometry.ring(i)] / counts[geometry.ring(i)]))
                .toArray();
    }

    private static double centre(MeasuredEffects measured, int i, double meanSquareOfRing) {
        if (measured.standardErrors()[i] == 0) {
            return measured.ate()[i];
        }
        double square = measured.significant()[i] ? Math.pow(ratio(measured, i), 2) : meanSquareOfRing;
        return square > 1 ? measured.ate()[i] * Math.sqrt(1 - 1 / square) : 0;
    }

    private static double ratio(MeasuredEffects measured, int i) {
        return measured.ate()[i] / measured.standardErrors()[i];
    }
}
