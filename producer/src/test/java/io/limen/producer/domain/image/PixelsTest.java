package io.limen.producer.domain.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PixelsTest {

    @Test
    void alphaIsDropped() {
        assertEquals(0x102030, new Pixels(1, 1, new int[] {0xFF102030}).at(0, 0));
    }

    @Test
    void rowsFollowEachOther() {
        Pixels pixels = new Pixels(2, 2, new int[] {1, 2, 3, 4});

        assertArrayEquals(new int[] {3, 4}, pixels.row(1));
        assertEquals(4, pixels.at(1, 1));
    }

    @Test
    void laterChangesOfTheArrayDoNotReachThePixels() {
        int[] rgb = {7};
        Pixels pixels = new Pixels(1, 1, rgb);

        rgb[0] = 8;

        assertEquals(7, pixels.at(0, 0));
    }

    @Test
    void valuesMustFillTheImage() {
        assertThrows(IllegalArgumentException.class, () -> new Pixels(2, 2, new int[3]));
        assertThrows(IllegalArgumentException.class, () -> new Pixels(0, 2, new int[0]));
        assertThrows(IllegalArgumentException.class, () -> new Mask(2, 2, new boolean[5]));
    }

    @Test
    void aMaskCoversAnImageOfItsSizeOnly() {
        Pixels image = new Pixels(2, 1, new int[2]);

        assertTrue(new Mask(2, 1, new boolean[2]).covers(image));
        assertFalse(new Mask(1, 2, new boolean[2]).covers(image));
    }
}
