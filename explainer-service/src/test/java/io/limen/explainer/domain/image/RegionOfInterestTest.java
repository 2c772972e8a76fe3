package io.limen.explainer.domain.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RegionOfInterestTest {

    private static final Mask L_SHAPE = PaintedMask.of("......", "..#...", "..#...", "..##..", "......");

    @Test
    void aSetOfPixelsHasTheBoundsOfItsPixels() {
        RegionOfInterest region = RegionOfInterest.foregroundOf(L_SHAPE).orElseThrow();

        assertEquals(new Window(1, 2, 3, 2), region.bounds());
        assertEquals(4, region.area());
        assertTrue(region.contains(3, 3));
        assertFalse(region.contains(1, 3));
        assertFalse(region.contains(0, 2));
        assertFalse(region.contains(3, 4));
    }

    @Test
    void runsCoverThePixelsRowByRow() {
        RegionOfInterest region = RegionOfInterest.foregroundOf(PaintedMask.of("#.##", "....", "...#"))
                .orElseThrow();

        assertEquals(List.of(new Window(0, 0, 1, 1), new Window(0, 2, 1, 2), new Window(2, 3, 1, 1)), region.runs());
    }

    @Test
    void theForegroundComesBackFromARegion() {
        RegionOfInterest region = RegionOfInterest.foregroundOf(L_SHAPE).orElseThrow();

        assertEquals(L_SHAPE, region.within(5, 6));
        assertEquals(PaintedMask.of("....", ".##.", ".##."), new RegionOfInterest(1, 1, 2, 2).within(3, 4));
    }

    @Test
    void aMaskThatIsARectangleIsTheRectangle() {
        assertEquals(
                Optional.of(new RegionOfInterest(1, 1, 2, 3)),
                RegionOfInterest.foregroundOf(PaintedMask.of(".....", ".###.", ".###.")));
    }

    @Test
    void noForegroundIsNoRegion() {
        assertEquals(Optional.empty(), RegionOfInterest.foregroundOf(PaintedMask.of("...", "...")));
    }

    @Test
    void regionsOfTheSamePixelsAreEqual() {
        Mask other = PaintedMask.of("......", "..##..", "..#...", "..##..", "......");

        assertEquals(
                RegionOfInterest.foregroundOf(L_SHAPE),
                RegionOfInterest.foregroundOf(PaintedMask.of("......", "..#...", "..#...", "..##..", "......")));
        assertNotEquals(RegionOfInterest.foregroundOf(L_SHAPE), RegionOfInterest.foregroundOf(other));
    }

    @Test
    void boundsThatAreTooWideOrOfAnotherSizeAreRefused() {
        Optional<Mask> loose = Optional.of(PaintedMask.of("#.", "#."));
        Window window = new Window(0, 0, 2, 2);

        assertThrows(IllegalArgumentException.class, () -> new RegionOfInterest(window, loose));
        assertThrows(IllegalArgumentException.class, () -> new RegionOfInterest(new Window(0, 0, 2, 1), loose));
    }
}
