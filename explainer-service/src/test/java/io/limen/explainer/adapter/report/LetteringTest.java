package io.limen.explainer.adapter.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class LetteringTest {

    private final BufferedImage picture = new BufferedImage(60, 30, BufferedImage.TYPE_INT_RGB);
    private final Graphics2D graphics = picture.createGraphics();

    @Test
    void textLeavesInk() {
        Lettering lettering = new Lettering(18);

        lettering.write(graphics, "+1.25", 2, 15);

        assertFalse(lettering.missing());
        assertTrue(inked() > 10);
    }

    @Test
    void aRuntimeWithoutFontsDrawsNothingAndIsAskedOnce() {
        int[] asked = new int[1];
        Lettering lettering = new Lettering(18, sizePx -> {
            asked[0]++;
            throw new InternalError("Fontconfig head is null");
        });

        lettering.write(graphics, "+1.25", 2, 15);
        lettering.write(graphics, "0", 2, 15);

        assertTrue(lettering.missing());
        assertEquals(1, asked[0]);
        assertEquals(0, inked());
    }

    @Test
    void aMissingNativeLibraryCountsAsNoFonts() {
        Lettering lettering = new Lettering(18, sizePx -> {
            throw new UnsatisfiedLinkError("libfreetype");
        });

        lettering.write(graphics, "0", 2, 15);

        assertTrue(lettering.missing());
    }

    private int inked() {
        int inked = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                inked += picture.getRGB(x, y) == Color.BLACK.getRGB() ? 0 : 1;
            }
        }
        return inked;
    }
}
