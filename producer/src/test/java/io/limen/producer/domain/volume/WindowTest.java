package io.limen.producer.domain.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class WindowTest {

    @Test
    void valuesBetweenTheEndsAreGray() {
        Window window = new Window(-160, 240);

        assertEquals(0, window.gray(-1000));
        assertEquals(0, window.gray(-160));
        assertEquals(128, window.gray(40));
        assertEquals(255, window.gray(240));
        assertEquals(255, window.gray(3000));
    }

    @Test
    void whatIsNoNumberIsBlack() {
        assertEquals(0, new Window(-1, 1).gray(Double.NaN));
    }

    @Test
    void percentilesLieBetweenNeighbours() {
        assertEquals(new Window(0.5 / 100 * 3, 3 - 0.5 / 100 * 3), rounded(Window.of(new float[] {3, 1, 0, 2})));
    }

    @Test
    void nothingHasAWindowOfNothing() {
        assertEquals(new Window(0, 0), Window.of(new float[0]));
    }

    @Test
    void aWindowHasItsEndsInOrder() {
        assertThrows(IllegalArgumentException.class, () -> new Window(1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Window(Double.NaN, 0));
    }

    private static Window rounded(Window window) {
        return new Window(Math.round(window.low() * 1e9) / 1e9, Math.round(window.high() * 1e9) / 1e9);
    }
}
