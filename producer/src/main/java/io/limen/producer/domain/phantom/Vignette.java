package io.limen.producer.domain.phantom;

import java.util.SplittableRandom;

/** The round field of a dermatoscope: dark outside, with a soft edge. It hides what lies outside. */
final class Vignette implements Overlay {

    private static final Colour TUBE = new Colour(0.07, 0.06, 0.08);

    private final double x;
    private final double y;
    private final double radius;
    private final double softness;

    Vignette(SplittableRandom random) {
        this.x = 0.5 + 0.03 * random.nextGaussian();
        this.y = 0.5 + 0.03 * random.nextGaussian();
        this.radius = 0.56 + 0.13 * random.nextDouble();
        this.softness = 0.008 + 0.03 * random.nextDouble();
    }

    @Override
    public void paint(Picture picture) {
        picture.grid.each((i, atX, atY) -> {
            double distance = Math.sqrt((atX - x) * (atX - x) + (atY - y) * (atY - y));
            double falloff = 1 - 0.3 * Curve.ramp(radius - 6 * softness, radius, distance);
            picture.light(i, new Colour(falloff, falloff, falloff));
            double tube = Curve.ramp(radius - softness, radius + softness, distance);
            picture.cover(i, TUBE, tube);
            picture.hide(i, tube);
        });
    }
}
