package io.limen.explainer.domain.faithfulness;

import java.util.Arrays;

/**
 * Numbers of blocks at which a curve is read: dense where the most relevant blocks are, and doubled from there on.
 *
 * @param counts ascending, from 1 to the number of blocks
 */
public record Depths(int[] counts) {

    /** The share of blocks that is taken to be what a map points at. */
    private static final double LEADING = 0.05;

    private static final double[] SHARES = {0.01, 0.02, LEADING, 0.1, 0.2, 0.4, 0.7, 1};

    public Depths {
        counts = counts.clone();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] <= (i == 0 ? 0 : counts[i - 1])) {
                throw new IllegalArgumentException("Depths: " + Arrays.toString(counts));
            }
        }
    }

    /** For so many blocks. */
    public static Depths of(int blocks) {
        return new Depths(Arrays.stream(SHARES)
                .mapToInt(share -> count(share, blocks))
                .distinct()
                .toArray());
    }

    @Override
    public int[] counts() {
        return counts.clone();
    }

    /** How many blocks are taken to be what a map points at: a twentieth; one of the depths. */
    public int leading() {
        return count(LEADING, counts[counts.length - 1]);
    }

    private static int count(double share, int blocks) {
        return (int) Math.max(1, Math.round(share * blocks));
    }

    /** How many there are. */
    public int size() {
        return counts.length;
    }
}
