package io.limen.explainer.domain.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.limen.explainer.domain.image.Mask;
import io.limen.explainer.domain.image.ProbabilityMap;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RegionScoreTest {

    private static final ProbabilityMap BASELINE = new ProbabilityMap(1, 4, new float[] {0.8f, 0.8f, 0.2f, 0.2f});
    private static final Mask REFERENCE = new Mask(1, 4, new boolean[] {true, true, true, false});
    private static final RegionScore SCORE = new RegionScore(BASELINE, REFERENCE, 0.5);

    @Test
    void baselineIsTheDiceOfThePrediction() {
        assertEquals(100 * 4.0 / 5, SCORE.baselineDice());
    }

    @Test
    void effectIsDiceAfterMinusDiceBefore() {
        float[] twoInterventions = {0.9f, 0.9f, 0.9f, 0.1f, 0.1f, 0.1f, 0.1f, 0.9f};

        assertEquals(new Effect(20, 0.25), SCORE.effect(twoInterventions, 0));
        assertEquals(new Effect(-80, -0.25), SCORE.effect(twoInterventions, 1));
    }

    @Test
    void aProbabilityAtTheThresholdIsBackground() {
        float[] atThreshold = {0.5f, 0.5f, 0.5f, 0.5f};

        assertEquals(new Effect(-80, -0.5), SCORE.effect(atThreshold, 0));
    }

    @Test
    void aPixelOnTheThresholdDoesNotFlipByRounding() {
        float[] unperturbed = {0.8f, 0.5000001f, 0.5f, 0.2f};
        RegionScore score = new RegionScore(new ProbabilityMap(1, 4, unperturbed), REFERENCE, 0.5);

        assertEquals(new Effect(0, 0), score.effect(new float[] {0.8f, 0.4999996f, 0.5000004f, 0.2f}, 0));
        assertEquals(
                -0.25, score.effect(new float[] {0.8f, 0.4999f, 0.5f, 0.2f}, 0).areaShare());
    }

    @Test
    void pixelsOutsideTheRegionDoNotCount() {
        Mask members = new Mask(1, 4, new boolean[] {true, false, true, false});
        RegionScore score = new RegionScore(BASELINE, REFERENCE, 0.5, Optional.of(members));
        float[] twoInterventions = {0.8f, 0.1f, 0.2f, 0.9f, 0.1f, 0.8f, 0.9f, 0.9f};

        // the region holds the first and the third pixel: both are reference, the first is predicted
        assertEquals(100 * 2.0 / 3, score.baselineDice(), 1e-12);
        assertEquals(new Effect(0, 0), score.effect(twoInterventions, 0));
        assertEquals(new Effect(0, 0), score.effect(twoInterventions, 1));
        assertEquals(0.5, score.effect(new float[] {0.8f, 0, 0.9f, 0}, 0).areaShare());
    }

    @Test
    void masksOfAnotherSizeAreRefused() {
        Mask small = new Mask(1, 3, new boolean[3]);

        assertThrows(IllegalArgumentException.class, () -> new RegionScore(BASELINE, small, 0.5));
        assertThrows(
                IllegalArgumentException.class, () -> new RegionScore(BASELINE, REFERENCE, 0.5, Optional.of(small)));
    }

    @Test
    void nanIsNeverTakenForBackground() {
        float[] broken = {0.9f, Float.NaN, 0.9f, 0.1f};

        assertThrows(IllegalArgumentException.class, () -> SCORE.effect(broken, 0));
    }
}
