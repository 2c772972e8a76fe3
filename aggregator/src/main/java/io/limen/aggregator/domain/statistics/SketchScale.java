package io.limen.aggregator.domain.statistics;

import io.limen.aggregator.domain.strategy.Feature;

/**
 * How values of a feature become the counters of a sketch: index = round((value - low) / step), values outside [low,high]
 * first moved to its nearer end. Digits of 3 keep every index up to 2,047 apart; digits of 2 every index up to 255, and
 * beyond that ranges of at most 1/128 of their index.
 *
 * @param low least value told apart
 * @param high greatest value told apart
 * @param step width of a counter
 * @param digits significant decimal digits of an index
 */
record SketchScale(double low, double high, double step, int digits) {

    private static final SketchScale UNIT = new SketchScale(0, 1, 0.001, 3);
    private static final SketchScale SIGNED_UNIT = new SketchScale(-1, 1, 0.001, 3);
    private static final SketchScale PERCENTAGE_POINTS = new SketchScale(0, 100, 0.05, 3);

    /** A region surrounded by 100,000 blocks is far beyond any image that is taken. */
    private static final SketchScale RATIO = new SketchScale(0, 100_000, 0.001, 2);

    /** e^10: one side has 22,026 times the other's mean. */
    private static final SketchScale LOGARITHM = new SketchScale(-10, 10, 0.01, 3);

    static SketchScale of(Feature.Scale scale) {
        return switch (scale) {
            case UNIT -> UNIT;
            case SIGNED_UNIT -> SIGNED_UNIT;
            case PERCENTAGE_POINTS -> PERCENTAGE_POINTS;
            case RATIO -> RATIO;
            case LOGARITHM -> LOGARITHM;
        };
    }

    long index(double value) {
        return Math.round((Math.min(high, Math.max(low, value)) - low) / step);
    }

    double value(long index) {
        return low + index * step;
    }

    long highestIndex() {
        return index(high);
    }

    /** Greatest distance of a value in [low,high] from what stands for it. */
    double errorAt(double value) {
        return step / 2 + (digits == 2 ? Math.abs(value - low) / 256 : 0);
    }
}
