package io.limen.producer.domain.phantom;

import java.util.SplittableRandom;

/** One rounded part of a lesion: an ellipse whose radius wanders around its border. */
final class Lobe {

    private final double x;
    private final double y;
    private final double radius;
    private final double stretch;
    private final double cos;
    private final double sin;
    private final double irregularity;
    private final GradientNoise border;

    /**
     * Draws a lobe around a place.
     *
     * @param x centre, unit coordinates
     * @param y centre, unit coordinates
     * @param radius of the circle of the same area, unit lengths
     */
    Lobe(double x, double y, double radius, SplittableRandom random) {
        this.x = x;
        this.y = y;
        this.radius = radius;
        double aspect = Math.max(0.35, Math.min(1, 0.76 + 0.15 * random.nextGaussian()));
        this.stretch = Math.sqrt(aspect);
        this.irregularity = 0.10 + 0.35 * random.nextDouble() * random.nextDouble();
        double angle = Math.PI * random.nextDouble();
        this.cos = StrictMath.cos(angle);
        this.sin = StrictMath.sin(angle);
        this.border = GradientNoise.draw(random);
    }

    double x() {
        return x;
    }

    double y() {
        return y;
    }

    double radius() {
        return radius;
    }

    /** Signed distance to the border along the ray from the centre, roughly: positive inside, unit lengths. */
    double depth(double atX, double atY) {
        double dx = atX - x;
        double dy = atY - y;
        double along = (dx * cos + dy * sin) * stretch;
        double across = (dy * cos - dx * sin) / stretch;
        double distance = Math.sqrt(along * along + across * across);
        return radius * wander(along, across, distance) - distance;
    }

    /** The radius in a direction, as a share of the mean one: noise on a circle, so it closes on itself. */
    private double wander(double along, double across, double distance) {
        double toUnit = 1 / Math.max(distance, 1e-9);
        double east = along * toUnit;
        double south = across * toUnit;
        double outline = border.at(east * 0.9, south * 0.9);
        double notches = border.fractal(east * 2.2 + 9, south * 2.2, 3);
        return 1 + irregularity * (outline + 0.6 * notches);
    }
}
