package io.limen.explainer.domain.effect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SignificanceTest {

    @Test
    void pairedTestAgreesWithTheClosedFormForTwoDegreesOfFreedom() {
        // 2, 3, 7: t = 4 / sqrt(7 / 3); with two degrees of freedom p = 1 - t / sqrt(t^2 + 2)
        double t = 4 / Math.sqrt(7.0 / 3);
        // flipping the signs of three draws can't give less than 1 / 4, so this holds only where p is above that
        assertTrue(1 - t / Math.sqrt(t * t + 2) < 0.25);
        assertEquals(0.25, Significance.pValue(moments(2, 3, 7)));
        // -1, 1, 3: t = 1 / sqrt(4 / 3)
        double weak = 1 / Math.sqrt(4.0 / 3);
        assertEquals(1 - weak / Math.sqrt(weak * weak + 2), Significance.pValue(moments(-1, 1, 3)), 1e-12);
        assertEquals(1 - weak / Math.sqrt(weak * weak + 2), Significance.pValue(moments(1, -1, -3)), 1e-12);
    }

    @Test
    void equalDrawsAreWorthNoMoreThanTheirSigns() {
        assertEquals(0.5, Significance.pValue(moments(-0.5, -0.5)));
        assertEquals(0.125, Significance.pValue(moments(4, 4, 4, 4)));
        assertEquals(1, Significance.pValue(moments(0, 0, 0)));
    }

    @Test
    void fewerThanTwoDrawsAreNoEvidence() {
        assertEquals(1, Significance.pValue(moments(40)));
        assertEquals(1, Significance.pValue(EffectMoments.NONE));
    }

    @Test
    void benjaminiHochbergRejectsWhatItsAuthorsRejected() {
        // Benjamini and Hochberg 1995, section 3.2: the first four of fifteen
        double[] pValues = {
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1.0000
        };
        boolean[] expected = new boolean[15];
        Arrays.fill(expected, 0, 4, true);

        assertArrayEquals(expected, Significance.benjaminiHochberg(pValues, 0.05));
    }

    @Test
    void benjaminiHochbergStepsUpOverARankThatFails() {
        // 0.04 fails its own rank (0.05 / 3) and 0.04 the next, but 0.045 passes the last, so all are rejected
        assertArrayEquals(
                new boolean[] {true, true, true},
                Significance.benjaminiHochberg(new double[] {0.045, 0.04, 0.04}, 0.05));
    }

    @Test
    void nothingTestedIsNothingRejected() {
        assertArrayEquals(new boolean[0], Significance.benjaminiHochberg(new double[0], 0.05));
        assertArrayEquals(new boolean[2], Significance.benjaminiHochberg(new double[] {1, 1}, 0.05));
    }

    @Test
    void nanIsNoPValue() {
        assertThrows(
                IllegalArgumentException.class, () -> Significance.benjaminiHochberg(new double[] {Double.NaN}, 0.05));
    }

    private static EffectMoments moments(double... effects) {
        EffectMoments moments = EffectMoments.NONE;
        for (double effect : effects) {
            moments = moments.add(new Effect(effect, 0));
        }
        return moments;
    }
}
