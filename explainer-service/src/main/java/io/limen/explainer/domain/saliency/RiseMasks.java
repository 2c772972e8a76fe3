package io.limen.explainer.domain.saliency;

import java.util.random.RandomGenerator;

/**
 * Masks as RISE draws them (Petsiuk, Das and Saenko 2018, section 3.2): a small grid of zeros and ones, each one with
 * probability p, enlarged bilinearly and shifted at random by up to one of its cells.
 *
 * @param cells of the small grid along each axis; the paper takes 7
 * @param kept probability p that a cell is kept, in (0,1); the paper takes 0.5
 */
public record RiseMasks(int cells, double kept) {

    /** As in the paper. */
    public static final RiseMasks PUBLISHED = new RiseMasks(7, 0.5);

    public RiseMasks {
        if (cells < 2 || !(kept > 0 && kept < 1)) {
            throw new IllegalArgumentException("RiseMasks: " + cells + " cells, kept " + kept);
        }
    }

    /** The next mask, values in [0,1], [height, width], row-major. */
    public float[] draw(int height, int width, RandomGenerator random) {
        double cellHeight = Math.ceil((double) height / cells);
        double cellWidth = Math.ceil((double) width / cells);
        double cell = Math.max(cellHeight, cellWidth);
        double[] values = new double[(cells + 1) * (cells + 1)];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextDouble() < kept ? 1 : 0;
        }
        BilinearGrid grid =
                new BilinearGrid(cells + 1, cells + 1, cell, -random.nextDouble() * cell, -random.nextDouble() * cell);
        return grid.spread(values, height, width);
    }
}
