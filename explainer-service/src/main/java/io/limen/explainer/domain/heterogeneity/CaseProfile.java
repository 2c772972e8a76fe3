package io.limen.explainer.domain.heterogeneity;

import java.util.Arrays;

/**
 * Where what mattered lay in one case: a distribution over the cells of a profile.
 *
 * @param cells shares that sum to 1
 * @param entropy of them, nats
 */
public record CaseProfile(double[] cells, double entropy) {

    /** What rounding may leave of a sum of 1. */
    private static final double TOLERANCE = 1e-6;

    public CaseProfile {
        cells = cells.clone();
        if (!(Math.abs(Arrays.stream(cells).sum() - 1) <= TOLERANCE)) {
            throw new IllegalArgumentException(
                    "CaseProfile: sum " + Arrays.stream(cells).sum());
        }
    }

    /** Of its cells. */
    public static CaseProfile of(double[] cells) {
        return new CaseProfile(cells, ShannonEntropy.of(cells));
    }

    @Override
    public double[] cells() {
        return cells.clone();
    }

    /** Adds the cells to sums. */
    void addTo(double[] sums) {
        for (int i = 0; i < cells.length; i++) {
            sums[i] += cells[i];
        }
    }
}
