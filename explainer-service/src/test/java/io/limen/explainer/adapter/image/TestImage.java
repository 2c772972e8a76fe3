package io.limen.explainer.adapter.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Encodes small images for tests. */
final class TestImage {

    private TestImage() {}

    static byte[] encode(BufferedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalArgumentException("no writer for " + format);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    /** 5 rows, 7 columns; red grows downwards, green to the right, blue is constant. */
    static BufferedImage colours(int type) {
        BufferedImage image = new BufferedImage(7, 5, type);
        for (int y = 0; y < 5; y++) {
            for (int x = 0; x < 7; x++) {
                image.setRGB(x, y, 0xFF000000 | y * 50 << 16 | x * 40 << 8 | 77);
            }
        }
        return image;
    }

    /** A raster of stored values: 4 rows, 6 columns, value = step x (row + column). */
    static BufferedImage gray(int type, int step) {
        BufferedImage image = new BufferedImage(6, 4, type);
        for (int y = 0; y < 4; y++) {
            for (int x = 0; x < 6; x++) {
                image.getRaster().setSample(x, y, 0, step * (y + x));
            }
        }
        return image;
    }
}
