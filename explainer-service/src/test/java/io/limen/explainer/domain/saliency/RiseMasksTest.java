package io.limen.explainer.domain.saliency;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RiseMasksTest {

    /** The mean of 4,000 masks has a standard deviation of at most 0.008 at each pixel. */
    @Test
    void everyPixelIsSeenAsOftenAsTheOthers() {
        Random random = new Random(3);
        double[] mean = new double[20 * 30];
        int masks = 4000;
        for (int i = 0; i < masks; i++) {
            float[] mask = RiseMasks.PUBLISHED.draw(20, 30, random);
            for (int pixel = 0; pixel < mask.length; pixel++) {
                assertTrue(mask[pixel] >= 0 && mask[pixel] <= 1 + 1e-6);
                mean[pixel] += mask[pixel] / (double) masks;
            }
        }
        for (double value : mean) {
            assertEquals(0.5, value, 0.05);
        }
    }

    @Test
    void theScoreOfAPixelIsTheMeanOfTheMasksThatShowIt() {
        MaskedScores scores = new MaskedScores(3);
        scores.add(new float[] {1, 0, 0}, 0.8);
        scores.add(new float[] {1, 0.5f, 0}, 0.2);
        assertArrayEquals(new double[] {0.5, 0.2, 0}, scores.means(), 1e-12);
    }
}
