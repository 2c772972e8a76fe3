package io.limen.explainer.domain.faithfulness;

/**
 * The region's Dice against the number of blocks taken away (deletion) or put back (insertion), the most relevant first.
 *
 * @param depths numbers of blocks
 * @param start Dice before the first block, percentage points
 * @param dice at each depth, percentage points
 */
public record PerturbationCurve(Depths depths, double start, double[] dice) {

    public PerturbationCurve {
        dice = dice.clone();
        if (dice.length != depths.size()) {
            throw new IllegalArgumentException("PerturbationCurve: " + dice.length + " values");
        }
    }

    @Override
    public double[] dice() {
        return dice.clone();
    }

    /** The mean of Dice over the share of blocks from 0 to 1, by the trapezoid rule, percentage points. */
    public double area() {
        int[] counts = depths.counts();
        double area = 0;
        double before = start;
        int from = 0;
        for (int i = 0; i < counts.length; i++) {
            area += (counts[i] - from) * (before + dice[i]) / 2;
            before = dice[i];
            from = counts[i];
        }
        return area / from;
    }

    /** Dice at the depth that holds the blocks which a map points at, percentage points. */
    public double atLeading() {
        int[] counts = depths.counts();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == depths.leading()) {
                return dice[i];
            }
        }
        throw new IllegalStateException("a depth for " + depths.leading() + " blocks is among all depths");
    }

    /**
     * The share of blocks, in [0,1], at which the curve first reaches a level, between two depths in proportion; 1 when it never does.
     */
    public double reaches(double level) {
        int[] counts = depths.counts();
        int blocks = counts[counts.length - 1];
        double before = start;
        int from = 0;
        if (start >= level) {
            return 0;
        }
        for (int i = 0; i < counts.length; i++) {
            if (dice[i] >= level) {
                return (from + (counts[i] - from) * (level - before) / (dice[i] - before)) / blocks;
            }
            before = dice[i];
            from = counts[i];
        }
        return 1;
    }
}
