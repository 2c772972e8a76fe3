package io.limen.explainer.domain.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class WindowTest {

    private final Window window = new Window(10, 20, 6, 4);

    @Test
    void sidesMoveOutToMultiplesOfAStepOrToTheBorder() {
        assertEquals(new Window(8, 16, 8, 8), window.alignedTo(8, 100, 100));
        assertEquals(
                new Window(8, 16, 9, 8), window.around(new Window(16, 20, 1, 1)).alignedTo(8, 17, 25));
        assertEquals(new Window(0, 0, 30, 30), window.alignedTo(64, 30, 30));
    }

    @Test
    void windowsMeetWhenTheyShareAPixel() {
        assertTrue(window.meets(new Window(15, 23, 9, 9)));
        assertFalse(window.meets(new Window(16, 23, 9, 9)));
        assertFalse(window.meets(new Window(15, 24, 9, 9)));
    }

    @Test
    void windowAroundTwoContainsBoth() {
        Window other = new Window(2, 30, 3, 3);
        Window both = window.around(other);
        assertEquals(new Window(2, 20, 14, 13), both);
        assertTrue(both.contains(window) && both.contains(other));
        assertFalse(window.contains(both));
    }

    @Test
    void imageRegionAndBlockAreSeenFromAWindow() {
        float[] pixels = new float[3 * 4 * 5];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i / 60f;
        }
        Image image = new Image(4, 5, 3, pixels);
        Window part = new Window(1, 2, 3, 2);
        Image crop = image.crop(part);
        for (int channel = 0; channel < 3; channel++) {
            for (int y = 0; y < 3; y++) {
                for (int x = 0; x < 2; x++) {
                    assertEquals(image.at(channel, 1 + y, 2 + x), crop.at(channel, y, x));
                }
            }
        }
        Mask corner = new Mask(2, 2, new boolean[] {true, false, true, true});
        RegionOfInterest region = new RegionOfInterest(new Window(2, 2, 2, 2), Optional.of(corner));
        assertEquals(new RegionOfInterest(new Window(1, 0, 2, 2), Optional.of(corner)), region.seenFrom(part));
        assertEquals(new Block(7, 1, 1, 1, 1), new Block(7, 2, 3, 1, 1).seenFrom(part));
        assertThrows(IllegalArgumentException.class, () -> image.crop(new Window(2, 2, 3, 2)));
    }

    @Test
    void surroundingsAreReplaced() {
        Image image = new Image(2, 3, 1, new float[] {1, 2, 3, 4, 5, 6});
        Image changed = image.surroundedBy(new float[6], new Window(1, 1, 1, 2));
        assertArrayEquals(new float[] {0, 0, 0, 0, 5, 6}, changed.pixels());
    }
}
