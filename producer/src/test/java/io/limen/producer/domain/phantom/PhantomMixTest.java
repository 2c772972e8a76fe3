package io.limen.producer.domain.phantom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhantomMixTest {

    private static final Range TONE = new Range(0, 1);
    private static final Range WARMTH = new Range(-1, 1);

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void probabilityOffTheRangeIsRefused(double value) {
        assertThrows(IllegalArgumentException.class, () -> new PhantomMix(value, 0, 0, 0, 0, 0, TONE, WARMTH));
        assertThrows(IllegalArgumentException.class, () -> new PhantomMix(0, 0, 0, 0, value, 0, TONE, WARMTH));
        assertThrows(IllegalArgumentException.class, () -> new PhantomMix(0, 0, 0, 0, 0, value, TONE, WARMTH));
    }

    @Test
    void toneAndWarmthOffTheirScalesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new PhantomMix(0, 0, 0, 0, 0, 0, new Range(0, 1.2), WARMTH));
        assertThrows(IllegalArgumentException.class, () -> new PhantomMix(0, 0, 0, 0, 0, 0, TONE, new Range(-2, 0)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN})
    void rangeThatRunsBackwardsIsRefused(double to) {
        assertThrows(IllegalArgumentException.class, () -> new Range(0, to));
    }

    @Test
    void phantomCopiesItsArrays() {
        // Given
        int[] rgb = new int[4];
        Phantom phantom = new Phantom(2, rgb, new boolean[4]);
        // When
        rgb[0] = 7;
        phantom.rgb()[1] = 7;
        phantom.mask()[2] = true;
        // Then
        assertEquals(0, phantom.rgb()[0]);
        assertEquals(0, phantom.rgb()[1]);
        assertFalse(phantom.mask()[2]);
    }

    @Test
    void phantomOfAnotherShapeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Phantom(2, new int[4], new boolean[3]));
        assertThrows(IllegalArgumentException.class, () -> new Phantom(2, new int[5], new boolean[4]));
    }
}
