package io.limen.producer.domain.phantom;

import java.util.SplittableRandom;

/** Fine red lines under the surface of a third of the skins, in those places where they come close to it. */
final class Vessels {

    private static final double FREQUENCY = 0.33;

    private final double blood;
    private final GradientNoise course;

    Vessels(SplittableRandom random) {
        this.blood = random.nextDouble() < FREQUENCY ? 0.06 + 0.16 * random.nextDouble() : 0;
        this.course = GradientNoise.draw(random);
    }

    /** Extra blood density at a place. */
    double blood(double x, double y) {
        if (blood == 0) {
            return 0;
        }
        double line = 1 - Curve.ramp(0, 0.03, Math.abs(course.fractal(x * 4, y * 4, 2)));
        return blood * line * Curve.ramp(0, 0.5, course.at(x * 3 + 90, y * 3));
    }
}
