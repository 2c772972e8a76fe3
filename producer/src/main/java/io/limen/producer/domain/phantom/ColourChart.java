package io.limen.producer.domain.phantom;

import java.util.List;
import java.util.SplittableRandom;

/** Coloured stickers stuck beside the lesion for calibration, cut by the picture's edge. They hide what lies under them. */
final class ColourChart implements Overlay {

    private static final List<Colour> INKS = List.of(
            new Colour(0.16, 0.33, 0.66),
            new Colour(0.15, 0.52, 0.34),
            new Colour(0.88, 0.72, 0.20),
            new Colour(0.80, 0.22, 0.20),
            new Colour(0.86, 0.48, 0.22),
            new Colour(0.30, 0.30, 0.32),
            new Colour(0.90, 0.89, 0.86));

    private static final double EDGE = 0.006;

    private final SplittableRandom random;
    private final int count;
    private final double firstAngle;
    private final GradientNoise paper;

    ColourChart(SplittableRandom random) {
        this.random = random;
        this.count = 1 + random.nextInt(3);
        this.firstAngle = 2 * Math.PI * random.nextDouble();
        this.paper = GradientNoise.draw(random);
    }

    @Override
    public void paint(Picture picture) {
        for (int sticker = 0; sticker < count; sticker++) {
            double angle = firstAngle + sticker * (1.2 + 0.5 * random.nextDouble());
            double away = 0.62 + 0.06 * random.nextDouble();
            double x = 0.5 + away * StrictMath.cos(angle);
            double y = 0.5 + away * StrictMath.sin(angle);
            double radius = 0.13 + 0.12 * random.nextDouble();
            Colour ink = INKS.get(random.nextInt(INKS.size())).scaled(0.85 + 0.2 * random.nextDouble());
            sticker(picture, new Disc(x, y, radius), ink);
        }
    }

    private record Disc(double x, double y, double radius) {

        /** Signed distance to the rim, positive inside. */
        double depth(double atX, double atY) {
            return radius - Math.sqrt((atX - x) * (atX - x) + (atY - y) * (atY - y));
        }
    }

    private void sticker(Picture picture, Disc disc, Colour ink) {
        picture.grid.each(Grid.Box.around(disc.x(), disc.y(), disc.radius() + 0.05), (i, x, y) -> {
            double depth = disc.depth(x, y);
            double shadow = 1 - 0.25 * Curve.ramp(-0.035, 0, depth);
            picture.light(i, new Colour(shadow, shadow, shadow));
            double share = Curve.ramp(-EDGE, EDGE, depth);
            picture.cover(i, ink.scaled(1 + 0.08 * paper.fractal(x * 60, y * 60, 3)), share);
            picture.hide(i, share);
        });
    }
}
