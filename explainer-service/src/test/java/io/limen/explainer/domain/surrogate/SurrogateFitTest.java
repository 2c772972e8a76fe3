package io.limen.explainer.domain.surrogate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.limen.explainer.domain.effect.Effect;
import io.limen.explainer.domain.quadrature.BlockDraws;
import io.limen.explainer.domain.quadrature.Prediction;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SurrogateFitTest {

    private static final int BLOCKS = 20;
    private static final int DONORS = 30;

    private final Random random = new Random(9);
    private final List<BlockSurrogate> surrogates = new ArrayList<>();
    private final List<BlockDraws> draws = new ArrayList<>();

    /** Effects of 0.7 x soft + 0.2 x flips, two draws each. */
    private void plant(boolean withFlips) {
        for (int block = 0; block < BLOCKS; block++) {
            BlockSurrogate soft = BlockSurrogate.soft(noise());
            surrogates.add(withFlips ? soft.withFlips(noise()) : soft);
            draws.add(new BlockDraws());
            for (int donor = block % 10; donor < DONORS; donor += 15) {
                draws.get(block).add(donor, new Effect(planted(block, donor), 0));
            }
        }
    }

    private double planted(int block, int donor) {
        return 0.7 * surrogates.get(block).soft()[donor]
                + 0.2 * surrogates.get(block).flips()[donor];
    }

    private float[] noise() {
        float[] noise = new float[DONORS];
        for (int i = 0; i < DONORS; i++) {
            noise[i] = (float) (5 * random.nextGaussian());
        }
        return noise;
    }

    @Test
    void theFactorsAreFound() {
        plant(true);

        SurrogateFit fit = new SurrogateFit(draws, surrogates);

        for (int block = 0; block < BLOCKS; block++) {
            for (int donor = 0; donor < DONORS; donor++) {
                assertEquals(planted(block, donor), fit.prediction(block).effects()[donor], 0.05);
            }
        }
    }

    @Test
    void withoutFlipsTheOneFactorIsFound() {
        plant(false);

        Prediction prediction = new SurrogateFit(draws, surrogates).prediction(3);

        for (int donor = 0; donor < DONORS; donor++) {
            assertEquals(planted(3, donor), prediction.effects()[donor], 0.02);
        }
    }

    @Test
    void twoSurrogatesThatSayTheSameShareTheFactor() {
        plant(false);
        surrogates.replaceAll(surrogate -> surrogate.withFlips(surrogate.soft()));

        Prediction prediction = new SurrogateFit(draws, surrogates).prediction(3);

        for (int donor = 0; donor < DONORS; donor++) {
            assertEquals(0.7 * surrogates.get(3).soft()[donor], prediction.effects()[donor], 0.05);
        }
    }

    @Test
    void aBlocksOwnDrawsAreLeftOut() {
        plant(true);
        double[] before = new SurrogateFit(draws, surrogates).prediction(3).effects();
        double[] otherBefore = new SurrogateFit(draws, surrogates).prediction(4).effects();

        draws.get(3).add(29, new Effect(-100, 0));

        SurrogateFit after = new SurrogateFit(draws, surrogates);
        assertArrayEquals(before, after.prediction(3).effects(), 1e-9);
        assertFalse(Math.abs(otherBefore[0] - after.prediction(4).effects()[0]) < 1e-6);
    }

    @Test
    void surrogatesThatSayNothingPredictNothing() {
        for (int block = 0; block < 2; block++) {
            surrogates.add(BlockSurrogate.soft(new float[DONORS]));
            draws.add(new BlockDraws());
            draws.get(block).add(1, new Effect(5, 0));
        }

        Prediction prediction = new SurrogateFit(draws, surrogates).prediction(0);

        assertArrayEquals(new double[DONORS], prediction.effects());
        assertFalse(prediction.informative());
    }

    @Test
    void aBlockAloneHasNoOthersToBeFittedOn() {
        surrogates.add(BlockSurrogate.soft(noise()));
        draws.add(new BlockDraws());
        draws.get(0).add(1, new Effect(5, 0));

        assertFalse(new SurrogateFit(draws, surrogates).prediction(0).informative());
    }

    @Test
    void surrogatesOfDifferentBanksAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new BlockSurrogate(new float[3], new float[2]));
    }
}
