package io.limen.explainer.domain.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ObjectChoiceTest {

    @Test
    void theComponentWithMostPixelsIsChosen() {
        Mask mask = PaintedMask.of("##....", "#....#", "....##", "#...##");

        assertChosen(PaintedMask.of("......", ".....#", "....##", "....##"), mask);
    }

    @Test
    void pixelsThatShareACornerAreOneObject() {
        assertChosen(PaintedMask.of("#..", ".#.", "#.."), PaintedMask.of("#..", ".#.", "#.."));
    }

    @Test
    void tiesGoToTheObjectThatStartsFirst() {
        assertChosen(PaintedMask.of("...#", "...#", "...."), PaintedMask.of("...#", "#..#", "#..."));
    }

    @Test
    void aHoleIsNoPartOfTheObject() {
        Mask ring = PaintedMask.of("####", "#..#", "####");

        assertChosen(ring, ring);
    }

    @Test
    void withoutForegroundThereIsNone() {
        assertEquals(Optional.empty(), ObjectChoice.largest(PaintedMask.of("..", "..")));
    }

    private static void assertChosen(Mask expected, Mask mask) {
        assertEquals(RegionOfInterest.foregroundOf(expected), ObjectChoice.largest(mask));
    }
}
