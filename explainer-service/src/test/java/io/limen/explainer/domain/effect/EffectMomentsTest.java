package io.limen.explainer.domain.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EffectMomentsTest {

    private static final double TOLERANCE = 1e-9;

    @Test
    void meanAndStandardErrorAreThoseOfTheTextbook() {
        EffectMoments moments = of(List.of(2.0, 4.0, 4.0, 6.0));

        assertEquals(4, moments.mean(), TOLERANCE);
        assertEquals(Math.sqrt(8.0 / 3 / 4), moments.standardError(), TOLERANCE);
        assertEquals(6, moments.largest());
    }

    @Test
    void oneDrawHasTheGreatestPossibleStandardError() {
        assertEquals(EffectMoments.UNKNOWN_STANDARD_ERROR, of(List.of(3.0)).standardError());
    }

    @Test
    void equalEffectsHaveNoSpreadAtAll() {
        EffectMoments moments = of(List.of(-0.1, -0.1, -0.1, -0.1));

        assertEquals(-0.1, moments.mean());
        assertEquals(0, moments.standardError());
    }

    @Property
    void mergeEqualsOnePass(
            @ForAll @Size(max = 20) List<@DoubleRange(min = -100, max = 100) Double> first,
            @ForAll @Size(max = 20) List<@DoubleRange(min = -100, max = 100) Double> second) {
        EffectMoments onePass = of(first);
        for (double effect : second) {
            onePass = onePass.add(new Effect(effect, effect / 100));
        }

        EffectMoments merged = of(first).merge(of(second));

        assertEquals(onePass.draws(), merged.draws());
        assertEquals(onePass.mean(), merged.mean(), TOLERANCE);
        assertEquals(onePass.squares(), merged.squares(), 1e-6);
        assertEquals(onePass.largest(), merged.largest());
        assertEquals(onePass.meanArea(), merged.meanArea(), TOLERANCE);
    }

    private static EffectMoments of(List<Double> effects) {
        EffectMoments moments = EffectMoments.NONE;
        for (double effect : effects) {
            moments = moments.add(new Effect(effect, effect / 100));
        }
        return moments;
    }
}
