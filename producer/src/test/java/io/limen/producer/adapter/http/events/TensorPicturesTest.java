package io.limen.producer.adapter.http.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.producer.domain.image.Mask;
import io.limen.producer.domain.image.Pixels;
import org.junit.jupiter.api.Test;

class TensorPicturesTest {

    private final TensorPictures pictures = new TensorPictures(0.5);

    private static Tensor tensor(int[] shape, double... values) {
        return new Tensor(shape, values);
    }

    @Test
    void channelsMayBeLast() throws UnusableEventException {
        Pixels image = pictures.image(tensor(new int[] {1, 1, 2, 3}, 1, 2, 3, 4, 5, 6));

        assertEquals(new Pixels(2, 1, new int[] {0x010203, 0x040506}), image);
    }

    @Test
    void channelsMayBeFirst() throws UnusableEventException {
        Pixels image = pictures.image(tensor(new int[] {1, 3, 1, 2}, 1, 4, 2, 5, 3, 6));

        assertEquals(new Pixels(2, 1, new int[] {0x010203, 0x040506}), image);
    }

    @Test
    void sharesBecomeLevels() throws UnusableEventException {
        assertEquals(
                new Pixels(2, 1, new int[] {0xFFFFFF, 0x333333}), pictures.image(tensor(new int[] {1, 2}, 1, 0.2)));
    }

    @Test
    void whatWasNormalisedIsRefusedWithItsRange() {
        UnusableEventException refused =
                assertThrows(UnusableEventException.class, () -> pictures.image(tensor(new int[] {1, 2}, -2.1, 2.6)));

        assertTrue(refused.getMessage().contains("-2.1 to 2.6"), refused::getMessage);
    }

    @Test
    void batchOfSeveralIsRefused() {
        assertThrows(
                UnusableEventException.class, () -> pictures.image(tensor(new int[] {2, 1, 1, 3}, 1, 2, 3, 4, 5, 6)));
    }

    @Test
    void probabilitiesAboveTheThresholdAreForeground() throws UnusableEventException {
        Mask mask = pictures.mask(tensor(new int[] {1, 1, 2, 2}, 0.5, 0.6, 0, 1));

        assertEquals(new Mask(2, 2, new boolean[] {false, true, false, true}), mask);
    }

    @Test
    void labelsButZeroAreForeground() throws UnusableEventException {
        Mask mask = pictures.mask(tensor(new int[] {2, 2, 1}, 0, 3, 255, 0));

        assertEquals(new Mask(2, 2, new boolean[] {false, true, true, false}), mask);
    }

    @Test
    void scoresAreRefused() {
        assertThrows(UnusableEventException.class, () -> pictures.mask(tensor(new int[] {1, 2}, -1, 3)));
    }

    @Test
    void planesOfSeveralClassesAreRefused() {
        assertThrows(
                UnusableEventException.class, () -> pictures.mask(tensor(new int[] {2, 2, 2}, 0, 1, 0, 1, 0, 1, 0, 1)));
    }
}
