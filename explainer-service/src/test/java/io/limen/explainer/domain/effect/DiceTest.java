package io.limen.explainer.domain.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.limen.explainer.domain.image.Mask;
import org.junit.jupiter.api.Test;

class DiceTest {

    @Test
    void overlapIsTwiceTheCommonPixelsOverAllPixels() {
        // |A| = 3, |B| = 2, |A and B| = 1
        assertEquals(new Dice(2.0 / 5), Dice.of(mask(true, true, true, false), mask(true, false, false, true)));
    }

    @Test
    void twoEmptyMasksAgree() {
        assertEquals(new Dice(1), Dice.of(mask(false, false), mask(false, false)));
    }

    @Test
    void anEmptyMaskAgainstAFullOneSharesNothing() {
        assertEquals(new Dice(0), Dice.of(mask(false, false), mask(true, true)));
    }

    @Test
    void masksOfDifferentSizesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Dice.of(mask(true), mask(true, true)));
    }

    @Test
    void whatIsNoShareIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Dice(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new Dice(1.1));
    }

    private static Mask mask(boolean... pixels) {
        return new Mask(1, pixels.length, pixels);
    }
}
