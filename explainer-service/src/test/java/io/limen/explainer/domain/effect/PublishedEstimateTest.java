package io.limen.explainer.domain.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.domain.attribution.BlockEffect;
import io.limen.explainer.domain.image.Block;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublishedEstimateTest {

    private static final double TAU = 0.02;
    private static final Block BLOCK = new Block(0, 0, 0, 8, 8);

    /** p = 0.0226: a discovery alone, none among three hypotheses of which the others are nothing. */
    private static final EffectMoments BARELY = moments(-1, -2, -3, -1, -0.5, -4, 0, 1, -1, -1);

    @Test
    void aBlockThatNeverReachesTauIsScreenedOut() {
        PublishedEstimate estimate = estimate(moments(0.019, -0.019, 0), EffectMoments.NONE);

        assertTrue(estimate.screenedOut());
        assertEquals(0, estimate.ate());
        assertEquals(3, estimate.moments().draws());
    }

    @Test
    void oneDrawOfSizeTauMakesABlockRelevant() {
        assertTrue(PublishedEstimate.relevant(moments(0, -0.02, 0), TAU));
        assertFalse(PublishedEstimate.relevant(moments(0, -0.0199, 0), TAU));
    }

    @Test
    void theEstimateRestsOnFreshDrawsAlone() {
        PublishedEstimate estimate = estimate(moments(5, 5, 5), moments(-1, -3));

        assertFalse(estimate.screenedOut());
        assertEquals(-2, estimate.ate());
        assertEquals(2, estimate.moments().draws());
    }

    @Test
    void aMeanBelowTauIsZeroAndNotSignificant() {
        PublishedEstimate estimate = estimate(moments(1, 0, 0), moments(0.019, 0.019, 0.019));

        BlockEffect effect = PublishedEstimate.effects(List.of(estimate)).get(0);

        assertEquals(0, effect.ate());
        assertFalse(effect.screenedOut());
        assertFalse(effect.significant());
    }

    @Test
    void tooFewFreshDrawsArePooledWithTheScreeningDraws() {
        PublishedEstimate estimate = estimate(moments(-1, -2, -3), moments(-6));

        assertEquals(-3, estimate.ate());
        assertEquals(4, estimate.moments().draws());
        assertEquals(
                3, estimate(moments(-1, -2, -3), EffectMoments.NONE).moments().draws());
    }

    @Test
    void blocksThatScreeningDismissedAreNoHypotheses() {
        PublishedEstimate some = estimate(moments(-1, -1, -1), BARELY);
        PublishedEstimate dismissed =
                PublishedEstimate.of(new Block(1, 0, 8, 8, 8), moments(0, 0, 0), EffectMoments.NONE, TAU);

        List<BlockEffect> effects = PublishedEstimate.effects(List.of(some, dismissed));

        assertTrue(effects.get(0).significant());
        assertFalse(effects.get(1).significant());
    }

    @Test
    void everyTestedBlockIsAHypothesis() {
        double p = Significance.pValue(BARELY);
        assertTrue(p > 0.05 / 3 && p < 0.05, () -> "p " + p);
        PublishedEstimate some = estimate(moments(-1, -1, -1), BARELY);
        PublishedEstimate noise = PublishedEstimate.of(new Block(1, 0, 8, 8, 8), moments(1, 0, 0), moments(1, -1), TAU);
        PublishedEstimate other =
                PublishedEstimate.of(new Block(2, 0, 16, 8, 8), moments(1, 0, 0), moments(1, -1), TAU);

        assertFalse(
                PublishedEstimate.effects(List.of(some, noise, other)).get(0).significant());
    }

    @Test
    void drawsThatMadeABlockRelevantAreNoTest() {
        EffectMoments strong = moments(-5, -5.1, -5.2, -5, -5.1, -5.2, -5, -5.1, -5.2, -5);
        PublishedEstimate pooled = estimate(strong, moments(-5));

        assertTrue(Significance.pValue(pooled.moments()) < 0.01);
        assertFalse(PublishedEstimate.effects(List.of(pooled)).get(0).significant());
    }

    private static PublishedEstimate estimate(EffectMoments screening, EffectMoments fresh) {
        return PublishedEstimate.of(BLOCK, screening, fresh, TAU);
    }

    private static EffectMoments moments(double... effects) {
        EffectMoments moments = EffectMoments.NONE;
        for (double effect : effects) {
            moments = moments.add(new Effect(effect, effect / 100));
        }
        return moments;
    }
}
