package io.limen.explainer.domain.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.domain.image.Mask;
import io.limen.explainer.domain.image.ProbabilityMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class DicePropertiesTest {

    @Property
    void diceIsSymmetricAndInTheUnitInterval(@ForAll @Size(24) boolean[] a, @ForAll @Size(24) boolean[] b) {
        Dice dice = Dice.of(new Mask(4, 6, a), new Mask(4, 6, b));

        assertEquals(dice, Dice.of(new Mask(4, 6, b), new Mask(4, 6, a)));
        assertTrue(dice.value() >= 0 && dice.value() <= 1);
    }

    @Property
    void aMaskAgreesWithItself(@ForAll @Size(24) boolean[] a) {
        assertEquals(new Dice(1), Dice.of(new Mask(4, 6, a), new Mask(4, 6, a.clone())));
    }

    @Property
    void unchangedProbabilitiesHaveNoEffect(
            @ForAll @Size(12) float[] probabilities, @ForAll @Size(12) boolean[] reference) {
        RegionScore score = new RegionScore(new ProbabilityMap(3, 4, probabilities), new Mask(3, 4, reference), 0.5);

        assertEquals(new Effect(0, 0), score.effect(probabilities, 0));
    }
}
