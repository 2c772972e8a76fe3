package io.limen.producer.domain.phantom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class OpticsTest {

    @Test
    void melaninDarkensBlueMostAndRedLeast() {
        Picture bare = Optics.picture(tissue(0, 0, 0));
        Picture brown = Optics.picture(tissue(1, 0, 0));
        double red = brown.red[0] / bare.red[0];
        double green = brown.green[0] / bare.green[0];
        double blue = brown.blue[0] / bare.blue[0];
        assertTrue(blue < green && green < red && red < 1, red + " " + green + " " + blue);
    }

    @Test
    void bloodKeepsRed() {
        Picture bare = Optics.picture(tissue(0, 0, 0));
        Picture flushed = Optics.picture(tissue(0, 1, 0));
        assertTrue(flushed.red[0] > 0.85 * bare.red[0]);
        assertTrue(flushed.green[0] < 0.55 * bare.green[0]);
    }

    @Test
    void equalAmountsOfMelaninTakeEqualSharesOfTheLight() {
        double none = Optics.picture(tissue(0, 0, 0)).green[0];
        double once = Optics.picture(tissue(0.7f, 0, 0)).green[0];
        double twice = Optics.picture(tissue(1.4f, 0, 0)).green[0];
        assertEquals(once / none, twice / once, 1e-5);
    }

    @Test
    void deepPigmentLooksBlue() {
        Picture veiled = Optics.picture(tissue(1, 0.3f, 1));
        assertTrue(veiled.blue[0] > veiled.red[0]);
    }

    private static Tissue tissue(float melanin, float blood, float veil) {
        Tissue tissue = new Tissue(new Grid(1));
        tissue.melanin[0] = melanin;
        tissue.blood[0] = blood;
        tissue.veil[0] = veil;
        return tissue;
    }
}
