package io.limen.producer.domain.phantom;

import java.util.SplittableRandom;

/**
 * One rounded part of a lesion: an ellipse whose radius wanders around its border.
 *
 * @param x centre, unit coordinates
 * @param y centre, unit coordinates
 * @param radius of the circle of the same area, unit lengths
 * @param aspect short axis over long axis, in (0, 1]
 * @param angle of the long axis against the x axis, radians
 * @param irregularity how far the border wanders, as a share of the radius
 * @param border where it wanders
 */
record Lobe(double x, double y, double radius, double aspect, double angle, double irregularity, GradientNoise border) {

    static Lobe draw(double x, double y, double radius, SplittableRandom random) {
        double aspect = Math.max(0.35, Math.min(1, 0.76 + 0.15 * random.nextGaussian()));
        double irregularity = 0.10 + 0.35 * random.nextDouble() * random.nextDouble();
        double angle = Math.PI * random.nextDouble();
        return new Lobe(x, y, radius, aspect, angle, irregularity, GradientNoise.draw(random));
    }

    /** Signed distance to the border along the ray from the centre, roughly: positive inside, unit lengths. */
    double depth(double atX, double atY) {
        double dx = atX - x;
        double dy = atY - y;
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        double along = (dx * cos + dy * sin) * Math.sqrt(aspect);
        double across = (dy * cos - dx * sin) / Math.sqrt(aspect);
        double distance = Math.sqrt(along * along + across * across);
        return radius * wander(along, across, distance) - distance;
    }

    private double wander(double along, double across, double distance) {
        double toUnit = 1 / Math.max(distance, 1e-9);
        double cos = along * toUnit;
        double sin = across * toUnit;
        return 1 + irregularity * (border.at(cos * 0.9, sin * 0.9) + 0.6 * border.fractal(cos * 2.2 + 9, sin * 2.2, 3));
    }
}
