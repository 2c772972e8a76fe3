package io.limen.explainer.domain.saliency;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BilinearGridTest {

    @Test
    void valuesLieInTheMiddleOfTheirBlocksAndAreJoinedByLines() {
        BilinearGrid grid = new BilinearGrid(1, 3, 2, 0.5, 0.5);
        assertArrayEquals(
                new float[] {0, 0.25f, 0.75f, 1.25f, 1.75f, 2}, grid.spread(new double[] {0, 1, 2}, 1, 6), 1e-6f);
    }

    @Test
    void oneValueIsTheSameEverywhere() {
        float[] map = BilinearGrid.ofBlocks(1, 1, 8).spread(new double[] {0.3}, 5, 9);
        for (float value : map) {
            assertEquals(0.3f, value, 1e-6f);
        }
    }

    /** For every map and grid, what is spread times the map is the grid times what is gathered. */
    @Test
    void gatheringIsTheTransposeOfSpreading() {
        Random random = new Random(1);
        BilinearGrid grid = new BilinearGrid(4, 5, 3.5, -1.2, 0.7);
        double[] values = random.doubles(grid.size()).toArray();
        double[] byPixel = random.doubles(13 * 17).toArray();
        float[] spread = grid.spread(values, 13, 17);
        double forth = 0;
        for (int i = 0; i < spread.length; i++) {
            forth += spread[i] * byPixel[i];
        }
        double back = 0;
        double[] gathered = grid.gather(byPixel, 13, 17);
        for (int i = 0; i < values.length; i++) {
            back += values[i] * gathered[i];
        }
        assertEquals(forth, back, 1e-4);
    }
}
