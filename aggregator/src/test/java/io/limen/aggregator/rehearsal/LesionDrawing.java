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
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;

/**
 * A lesion on skin that stands in for the picture of a case.
 *
 * @param tone of the skin, 0 dark to 1 light
 * @param phase of the lesion's outline, radians
 * @param size of the lesion, pixels from its middle
 */
record LesionDrawing(float tone, double phase, double size) {

    private static final int SIDE = 256;

    static LesionDrawing draw(RandomGenerator random) {
        return new LesionDrawing(
                0.75f + random.nextFloat() * 0.2f, random.nextDouble() * 6, 52 + random.nextDouble() * 26);
    }

    /** The same in less light, from 0 to 1. */
    LesionDrawing inLight(double light) {
        return new LesionDrawing((float) (tone * light), phase, size);
    }

    /** What the model is given: PNG, RGB. */
    byte[] image() {
        return png(BufferedImage.TYPE_INT_RGB, this::paint);
    }

    /** What the model answers: PNG, the lesion in white. */
    byte[] mask() {
        return png(BufferedImage.TYPE_BYTE_GRAY, canvas -> {
            canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
            canvas.setColor(Color.WHITE);
            canvas.fill(outline());
        });
    }

    /** What an explainer draws: red and blue blocks over the image, a green region. */
    byte[] overlay(List<Double> effects, int grid, int regionBlock) {
        return png(BufferedImage.TYPE_INT_RGB, canvas -> {
            paint(canvas);
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
            canvas.drawRect((regionBlock % grid) * side, (regionBlock / grid) * side, 4 * side, 4 * side);
        });
    }

    private void paint(Graphics2D canvas) {
        canvas.setPaint(new RadialGradientPaint(SIDE / 2f, SIDE / 2f, SIDE * 0.75f, new float[] {0, 1}, new Color[] {
            new Color(tone, tone * 0.78f, tone * 0.68f), new Color(tone * 0.6f, tone * 0.45f, tone * 0.42f)
        }));
        canvas.fillRect(0, 0, SIDE, SIDE);
        canvas.setPaint(new RadialGradientPaint(
                SIDE / 2f + 10, SIDE / 2f - 8, (float) size * 1.3f, new float[] {0, 0.7f, 1}, new Color[] {
                    new Color(tone * 0.29f, tone * 0.17f, tone * 0.12f),
                    new Color(tone * 0.52f, tone * 0.31f, tone * 0.2f),
                    new Color(tone * 0.73f, tone * 0.48f, tone * 0.36f)
                }));
        canvas.fill(outline());
    }

    private Path2D outline() {
        Path2D lesion = new Path2D.Double();
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
        return lesion;
    }

    private static byte[] png(int type, Consumer<Graphics2D> drawing) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, type);
        Graphics2D canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        drawing.accept(canvas);
        canvas.dispose();
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
