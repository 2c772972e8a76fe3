package io.limen.explainer.adapter.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.domain.effect.RegionScore;
import io.limen.explainer.domain.image.Mask;
import io.limen.explainer.domain.image.ProbabilityMap;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DoubtTest {

    private static final float[] UNPERTURBED = {0.2f, 0.5f};

    private final Doubt doubt = new Doubt(0.5);

    @Test
    void onlyProbabilitiesNextToTheThresholdAreNear() {
        assertTrue(doubt.near(new float[] {0, 1, 0.500013f, 1}, 1, 3));
        assertTrue(doubt.near(new float[] {0.499987f}, 0, 1));
        assertFalse(doubt.near(new float[] {0.5f, 0.50002f, 0.49998f}, 1, 2));
    }

    @Test
    void aPixelThatIsPlainlyUnchangedIsDecidedByItsBaseline() {
        assertFalse(doubt.remains(new float[] {0.2f, 0.500002f}, 0, UNPERTURBED));
    }

    @Test
    void aPixelThatCouldBeginToCountAsUnchangedIsInDoubt() {
        assertTrue(doubt.remains(new float[] {0.2f, 0.500008f}, 0, UNPERTURBED));
        assertFalse(doubt.remains(new float[] {0.2f, 0.499992f}, 0, UNPERTURBED), "on the same side either way");
    }

    @Test
    void aPixelThatCameToTheThresholdIsInDoubt() {
        assertTrue(doubt.remains(new float[] {0.9f, 0.9f, 0.500003f, 0.9f}, 2, UNPERTURBED));
        assertFalse(doubt.remains(new float[] {0.9f, 0.9f, 0.500006f, 0.9f}, 2, UNPERTURBED));
        assertFalse(doubt.remains(new float[] {0.5f, 0.5f, 0.9f, 0.9f}, 2, UNPERTURBED));
    }

    /** What is not in doubt has the same mask wherever rounding moves it. */
    @Test
    void noPixelWithoutDoubtChangesItsClass() {
        Random random = new Random(1);
        int certain = 0;
        for (int i = 0; i < 300_000; i++) {
            float unperturbed = 0.5f + 3e-5f * (random.nextFloat() - 0.5f);
            float one = 0.5f + 3e-5f * (random.nextFloat() - 0.5f);
            float other = one + 1.9f * Doubt.ROUNDING * (random.nextFloat() - 0.5f);
            if (!doubt.remains(new float[] {one}, 0, new float[] {unperturbed})) {
                certain++;
                assertEquals(area(unperturbed, one), area(unperturbed, other), one + " or " + other);
            }
        }
        assertTrue(certain > 10_000, "certain " + certain);
    }

    private static double area(float unperturbed, float probability) {
        RegionScore score = new RegionScore(
                new ProbabilityMap(1, 1, new float[] {unperturbed}), new Mask(1, 1, new boolean[1]), 0.5);
        return score.effect(new float[] {probability}, 0).areaShare() + (unperturbed > 0.5 ? 1 : 0);
    }
}
