package io.limen.explainer.adapter.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ColourBarTest {

    private final ColourScale scale = new ColourScale(4);
    private final ColourBar bar = new ColourBar(scale, scale::colour);

    @Test
    void itsNumbersEndAtTheStrongestEffectEitherWay() {
        assertArrayEquals(new double[] {4, 2, 0, -2, -4}, bar.ticks());
    }

    @Test
    void hinderingIsAtTheTopAndSupportingAtTheBottom() {
        assertEquals(0, bar.position(4, 101));
        assertEquals(50, bar.position(0, 101));
        assertEquals(100, bar.position(-4, 101));
    }
}
