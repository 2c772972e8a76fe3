package io.limen.producer.domain.phantom;

import java.util.SplittableRandom;

/** The lamp: its colour, its brightness, and its fall-off across the picture. */
final class Illumination implements Overlay {

    private final Colour gain;
    private final double slopeX;
    private final double slopeY;
    private final double falloff;

    Illumination(Range warmth, SplittableRandom random) {
        double warm = warmth.draw(random);
        double brightness = 0.93 + 0.14 * random.nextDouble();
        double violet = 0.05 * random.nextDouble();
        this.gain = new Colour(1 + 0.07 * warm, 1 - violet, 1 - 0.10 * warm + violet).scaled(brightness);
        double slope = 0.12 * random.nextDouble();
        double angle = 2 * Math.PI * random.nextDouble();
        this.slopeX = slope * StrictMath.cos(angle);
        this.slopeY = slope * StrictMath.sin(angle);
        this.falloff = 0.05 + 0.3 * random.nextDouble() * random.nextDouble();
    }

    @Override
    public void paint(Picture picture) {
        picture.grid.each((i, x, y) -> {
            double dx = x - 0.5;
            double dy = y - 0.5;
            picture.light(i, gain.scaled(1 + slopeX * dx + slopeY * dy - falloff * (dx * dx + dy * dy)));
        });
    }
}
