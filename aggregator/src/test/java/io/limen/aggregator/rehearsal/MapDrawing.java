package io.limen.aggregator.rehearsal;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;

/** A picture that stands in for an overlay: a lesion on skin, red and blue blocks, a green region. */
final class MapDrawing {

    private static final int SIDE = 256;

    private MapDrawing() {}

    static byte[] png(List<Double> effects, int grid, int roiBlock, RandomGenerator random) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        drawSkin(canvas, random);
        int side = SIDE / grid;
        for (int block = 0; block < effects.size(); block++) {
            Double effect = effects.get(block);
            if (effect != null && effect != 0) {
                int alpha = (int) Math.min(190, 40 + 60 * Math.abs(effect));
                canvas.setColor(effect < 0 ? new Color(200, 30, 40, alpha) : new Color(30, 80, 200, alpha));
                canvas.fillRect((block % grid) * side, (block / grid) * side, side, side);
            }
        }
        canvas.setColor(new Color(40, 200, 90));
        canvas.setStroke(new BasicStroke(2.5f));
        canvas.drawRect((roiBlock % grid) * side, (roiBlock / grid) * side, 4 * side, 4 * side);
        canvas.dispose();
        return encode(image);
    }

    private static void drawSkin(Graphics2D canvas, RandomGenerator random) {
        float tone = 0.75f + random.nextFloat() * 0.2f;
        canvas.setPaint(new RadialGradientPaint(SIDE / 2f, SIDE / 2f, SIDE * 0.75f, new float[] {0, 1}, new Color[] {
            new Color(tone, tone * 0.78f, tone * 0.68f), new Color(tone * 0.6f, tone * 0.45f, 0.36f)
        }));
        canvas.fillRect(0, 0, SIDE, SIDE);
        Path2D lesion = new Path2D.Double();
        double phase = random.nextDouble() * 6;
        double size = 52 + random.nextDouble() * 26;
        for (int step = 0; step <= 72; step++) {
            double angle = Math.PI * step / 36;
            double radius = size * (1 + 0.16 * Math.sin(3 * angle + phase) + 0.08 * Math.sin(7 * angle + 2 * phase));
            double x = SIDE / 2.0 + radius * Math.cos(angle);
            double y = SIDE / 2.0 + radius * Math.sin(angle);
            if (step == 0) {
                lesion.moveTo(x, y);
            } else {
                lesion.lineTo(x, y);
            }
        }
        canvas.setPaint(new RadialGradientPaint(
                SIDE / 2f + 10, SIDE / 2f - 8, (float) size * 1.3f, new float[] {0, 0.7f, 1}, new Color[] {
                    new Color(62, 36, 26), new Color(112, 66, 44), new Color(158, 104, 78)
                }));
        canvas.fill(lesion);
    }

    private static byte[] encode(BufferedImage image) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
