package io.limen.explainer.domain.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.limen.explainer.domain.effect.Effect;
import io.limen.explainer.domain.effect.EffectMoments;
import org.junit.jupiter.api.Test;

class OracleEffectTest {

    @Test
    void varianceShrinksWithTheShareOfTheBankThatWasDrawn() {
        OracleEffect effect = OracleEffect.of(moments(1, 2, 3, 6), 8);

        assertEquals(3, effect.mean(), 1e-12);
        // sample variance 14/3, 1/4 - 1/8
        assertEquals(14.0 / 3 / 8, effect.variance(), 1e-12);
    }

    @Test
    void wholeBankLeavesNoError() {
        assertEquals(0, OracleEffect.of(moments(1, 2, 3, 6), 4).variance());
        assertEquals(0, OracleEffect.of(moments(5), 1).variance());
    }

    @Test
    void drawsThatCanNotBeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> OracleEffect.of(moments(1, 2, 3), 2));
        assertThrows(IllegalArgumentException.class, () -> OracleEffect.of(moments(1), 2));
        assertThrows(IllegalArgumentException.class, () -> OracleEffect.of(EffectMoments.NONE, 2));
    }

    private static EffectMoments moments(double... effects) {
        EffectMoments moments = EffectMoments.NONE;
        for (double effect : effects) {
            moments = moments.add(new Effect(effect, 0));
        }
        return moments;
    }
}
