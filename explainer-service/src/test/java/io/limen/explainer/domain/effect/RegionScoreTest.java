package io.limen.explainer.domain.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.limen.explainer.domain.image.Mask;
import org.junit.jupiter.api.Test;

class RegionScoreTest {

    private static final Mask PREDICTION = new Mask(1, 4, new boolean[] {true, true, false, false});
    private static final Mask REFERENCE = new Mask(1, 4, new boolean[] {true, true, true, false});
    private static final RegionScore SCORE = new RegionScore(PREDICTION, REFERENCE, 0.5);

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
    void nanIsNeverTakenForBackground() {
        float[] broken = {0.9f, Float.NaN, 0.9f, 0.1f};

        assertThrows(IllegalArgumentException.class, () -> SCORE.effect(broken, 0));
    }
}
