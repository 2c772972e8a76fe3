package io.limen.explainer.adapter.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.application.SampleCase;
import java.awt.Color;
import org.junit.jupiter.api.Test;

class ColourScaleTest {

    private final ColourScale scale = new ColourScale(4);

    @Test
    void zeroIsWhiteAndInvisibleOverAnImage() {
        assertEquals(Color.WHITE, scale.colour(0));
        assertEquals(0, scale.veil(0).getAlpha());
    }

    @Test
    void supportingIsRedAndHinderingIsBlue() {
        for (double size : new double[] {0.5, 1, 2, 4}) {
            Color supporting = scale.colour(-size);
            Color hindering = scale.colour(size);
            assertTrue(supporting.getRed() > supporting.getBlue() + 20, () -> size + ": " + supporting);
            assertTrue(hindering.getBlue() > hindering.getRed() + 20, () -> size + ": " + hindering);
        }
    }

    @Test
    void strongerIsDarkerOnBothSides() {
        for (int sign : new int[] {-1, 1}) {
            double previous = 256;
            for (double size = 0; size <= 4; size += 0.25) {
                double lightness = lightness(scale.colour(sign * size));
                assertTrue(lightness < previous, sign * size + " is not darker");
                previous = lightness;
            }
        }
    }

    @Test
    void bothSidesAreAboutEquallyDark() {
        for (double size = 0.5; size <= 4; size += 0.5) {
            assertEquals(lightness(scale.colour(-size)), lightness(scale.colour(size)), 25);
        }
    }

    @Test
    void effectsBeyondTheLimitLookLikeTheLimit() {
        assertEquals(scale.colour(-4), scale.colour(-9));
    }

    @Test
    void theStrongestEffectOfTheMapEndsTheScale() {
        assertEquals(
                4, ColourScale.of(SampleCase.twoEffects().explanation().map()).limit());
    }

    @Test
    void aMapWithoutEffectsHasAScaleAllTheSame() {
        assertEquals(
                1,
                ColourScale.of(SampleCase.explained(block -> 0).explanation().map())
                        .limit());
    }

    @Test
    void aScaleWithoutLengthIsRejected() {
        assertThrows(IllegalArgumentException.class, () -> new ColourScale(0));
        assertThrows(IllegalArgumentException.class, () -> new ColourScale(Double.NaN));
    }

    /** Rec. 709 luma, in [0,255]. */
    private static double lightness(Color colour) {
        return 0.2126 * colour.getRed() + 0.7152 * colour.getGreen() + 0.0722 * colour.getBlue();
    }
}
