package io.limen.explainer.domain.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ResamplingTest {

    private static final float TOLERANCE = 1e-6f;

    @Test
    void anImageOfTheWantedSizeIsReturnedAsItIs() {
        Image image = new Image(2, 2, 1, new float[] {0, 0.3f, 0.6f, 1});

        assertSame(image, Resampling.resize(image, 2, 2));
    }

    @Test
    void growingInterpolatesBetweenPixelCentres() {
        Image row = new Image(1, 2, 1, new float[] {0, 1});

        Image wider = Resampling.resize(row, 1, 4);

        // centres of the four lie at -0.25, 0.25, 0.75 and 1.25 source pixels from the first source centre
        assertArrayEquals(new float[] {0, 0.25f, 0.75f, 1}, wider.pixels(), TOLERANCE);
    }

    @Test
    void shrinkingByHalfWeighsTheNeighboursInATriangle() {
        Image row = new Image(1, 4, 1, new float[] {0, 0, 1, 1});

        Image narrower = Resampling.resize(row, 1, 2);

        // weights 3/7, 3/7 and 1/7 of the three source pixels within two of the target's centre
        assertArrayEquals(new float[] {1 / 7f, 6 / 7f}, narrower.pixels(), TOLERANCE);
    }

    @Test
    void fineTextureDoesNotAlias() {
        float[] stripes = new float[64];
        for (int i = 0; i < stripes.length; i++) {
            stripes[i] = i % 2;
        }

        Image narrower = Resampling.resize(new Image(1, 64, 1, stripes), 1, 8);

        for (int i = 1; i < 7; i++) {
            assertEquals(0.5, narrower.at(0, 0, i), 0.01);
        }
    }

    @Test
    void channelsStayApart() {
        float[] pixels = new float[3 * 16];
        Arrays.fill(pixels, 16, 32, 0.5f);
        Arrays.fill(pixels, 32, 48, 1);

        Image larger = Resampling.resize(new Image(4, 4, 3, pixels), 7, 5);

        assertEquals(0, larger.at(0, 3, 2), TOLERANCE);
        assertEquals(0.5, larger.at(1, 3, 2), TOLERANCE);
        assertEquals(1, larger.at(2, 3, 2), TOLERANCE);
    }

    @Test
    void aMaskTakesThePixelUnderTheCentre() {
        Mask mask = new Mask(1, 3, new boolean[] {true, false, true});

        assertArrayEquals(
                new boolean[] {true, true, false, false, true, true},
                Resampling.resize(mask, 1, 6).foreground());
        assertArrayEquals(new boolean[] {false}, Resampling.resize(mask, 1, 1).foreground());
    }

    @Test
    void rgbBecomesLuminanceAndGrayIsRepeated() {
        Image red = new Image(1, 1, 3, new float[] {1, 0, 0});

        Image gray = Resampling.channels(red, 1);

        assertArrayEquals(new float[] {0.299f}, gray.pixels(), TOLERANCE);
        assertArrayEquals(
                new float[] {0.299f, 0.299f, 0.299f},
                Resampling.channels(gray, 3).pixels(),
                TOLERANCE);
    }
}
