package io.limen.producer.domain.grayscale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.limen.producer.domain.grayscale.Window.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {

    /** The first two lines are the examples of the standard's note: C = 2048, W = 4096 and C = 2048, W = 1. */
    @ParameterizedTest
    @CsvSource({
        "2048, 4096, LINEAR, 0, 0",
        "2048, 4096, LINEAR, 4095, 1",
        "2048, 1, LINEAR, 2047, 0",
        "2048, 1, LINEAR, 2048, 1",
        "0, 100, LINEAR, -50, 0",
        "0, 100, LINEAR, 49, 1",
        "0, 100, LINEAR_EXACT, -50, 0",
        "0, 100, LINEAR_EXACT, 0, 0.5",
        "0, 100, LINEAR_EXACT, 50, 1",
        "0, 100, SIGMOID, 0, 0.5",
        "0, 100, SIGMOID, 25, 0.7310585786",
    })
    void valuesAreShownAsTheStandardSays(double center, double width, Function function, double value, double level) {
        assertEquals(level, new Window(center, width, function).apply(value), 1e-9);
    }

    @Test
    void aWindowBetweenTwoValuesShowsTheOneBlackAndTheOtherWhite() {
        assertEquals(0, Window.between(-3, 5).apply(-3));
        assertEquals(1, Window.between(-3, 5).apply(5));
        assertEquals(0, Window.between(7, 7).apply(7));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.5, LINEAR", "0, 0, LINEAR_EXACT", "0, -1, SIGMOID", "NaN, 1, LINEAR", "0, NaN, LINEAR_EXACT"})
    void noWindowIsEmpty(double center, double width, Function function) {
        assertThrows(IllegalArgumentException.class, () -> new Window(center, width, function));
    }
}
