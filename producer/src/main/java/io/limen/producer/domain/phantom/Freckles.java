package io.limen.producer.domain.phantom;

import java.util.SplittableRandom;

/** Small pale brown spots with soft edges, on a fifth of the skins. They are no part of the lesion. */
final class Freckles {

    private static final double FREQUENCY = 0.2;

    private final double melanin;
    private final double perUnit;
    private final CellNoise places;
    private final GradientNoise ragged;

    Freckles(SplittableRandom random) {
        boolean present = random.nextDouble() < FREQUENCY;
        this.melanin = present ? 0.05 + 0.22 * random.nextDouble() : 0;
        this.perUnit = 4 + 7 * random.nextDouble();
        this.places = CellNoise.draw(random);
        this.ragged = GradientNoise.draw(random);
    }

    /** Extra melanin density at a place. */
    double melanin(double x, double y) {
        if (melanin == 0) {
            return 0;
        }
        double bend = 0.14 * ragged.fractal(x * 18, y * 18, 3);
        CellNoise.Cell cell = places.at(x * perUnit + bend, y * perUnit - bend);
        double radius = 0.36 * Curve.ramp(0.6, 1, cell.character());
        return radius == 0 ? 0 : melanin * (1 - Curve.ramp(0.2 * radius, radius, cell.toPoint()));
    }
}
