package io.limen.explainer.domain.surrogate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.domain.image.Block;
import org.junit.jupiter.api.Test;

/** Predicted flips on a model whose logits are linear: every pixel of its one cell moves as the cell does. */
class FlipPredictionTest {

    private static final int DONORS = 60;

    @Test
    void predictedEffectsFollowTheTrueFlips() {
        int followed = 0;
        for (int seed = 0; seed < 40; seed++) {
            LinearCase linear = new LinearCase(seed, DONORS, 0.03);
            Block block = LinearCase.block(seed % 9);
            float[] predicted = predict(linear, block);

            double[] truth = new double[DONORS];
            for (int donor = 0; donor < DONORS; donor++) {
                truth[donor] = linear.effect(block, donor);
            }

            followed += correlation(predicted, truth) > 0.8 ? 1 : 0;
        }
        assertTrue(followed >= 32, followed + " of 40");
    }

    @Test
    void whereEveryPixelIsFarBeyondTheMoveNothingFlips() {
        LinearCase linear = new LinearCase(3, DONORS, 1e-6);

        for (float effect : predict(linear, LinearCase.block(0))) {
            assertEquals(0, effect, 1e-4);
        }
    }

    @Test
    void whereEveryPixelIsCarriedAcrossTheEffectIsExact() {
        // weights so large that a brighter donor fills the region and a darker one empties it
        LinearCase linear = new LinearCase(5, DONORS, 10);
        Block block = LinearCase.block(4);

        float[] predicted = predict(linear, block);

        int carried = 0;
        for (int donor = 0; donor < DONORS; donor++) {
            if (Math.abs(linear.move(block, donor)) > 50) {
                assertEquals(linear.effect(block, donor), predicted[donor], 1e-3);
                carried++;
            }
        }
        assertTrue(carried > DONORS / 2, carried + " carried");
    }

    private static float[] predict(LinearCase linear, Block block) {
        RegionCells cells = new RegionCells(linear.output);
        assertEquals(1, cells.size());
        return new FlipPrediction(new FirstOrder(linear.image, linear.bank), cells, new float[][] {linear.weights})
                .effects(block);
    }

    private static double correlation(float[] a, double[] b) {
        double meanA = 0;
        double meanB = 0;
        for (int i = 0; i < a.length; i++) {
            meanA += a[i] / a.length;
            meanB += b[i] / a.length;
        }
        double products = 0;
        double squaresA = 0;
        double squaresB = 0;
        for (int i = 0; i < a.length; i++) {
            products += (a[i] - meanA) * (b[i] - meanB);
            squaresA += (a[i] - meanA) * (a[i] - meanA);
            squaresB += (b[i] - meanB) * (b[i] - meanB);
        }
        return products / Math.sqrt(squaresA * squaresB);
    }
}
