package io.limen.producer.domain.phantom;

import java.util.SplittableRandom;

/**
 * Smooth noise with one feature per unit of length: gradients on an integer lattice, blended by 6t^5 - 15t^4 + 10t^3
 * (K. Perlin, Improving Noise, 2002).
 *
 * @param seed chooses the field
 */
record GradientNoise(long seed) {

    /** Brings the usual extremes of the blend, about 0.7, to 1. */
    private static final double GAIN = 1.4;

    /** Each octave is shifted, so that the zeros of all octaves do not meet on the lattice. */
    private static final double SHIFT = 17.31;

    static GradientNoise draw(SplittableRandom random) {
        return new GradientNoise(random.nextLong());
    }

    /** About [-1, 1], mean 0. */
    double at(double x, double y) {
        long column = (long) Math.floor(x);
        long row = (long) Math.floor(y);
        double dx = x - column;
        double dy = y - row;
        double u = blend(dx);
        double v = blend(dy);
        double top = Curve.mix(slope(column, row, dx, dy), slope(column + 1, row, dx - 1, dy), u);
        double bottom = Curve.mix(slope(column, row + 1, dx, dy - 1), slope(column + 1, row + 1, dx - 1, dy - 1), u);
        return GAIN * Curve.mix(top, bottom, v);
    }

    /** Octaves of halved size and amplitude, about [-1, 1], mean 0. */
    double fractal(double x, double y, int octaves) {
        double sum = 0;
        double weight = 0.5;
        double scale = 1;
        for (int octave = 0; octave < octaves; octave++) {
            sum += weight * at(x * scale + octave * SHIFT, y * scale - octave * SHIFT);
            weight /= 2;
            scale *= 2;
        }
        return 1.4 * sum;
    }

    private double slope(long column, long row, double dx, double dy) {
        long bits = Lattice.bits(seed, column, row);
        double gx = ((bits >>> 40) / (double) (1 << 23)) - 1;
        double gy = ((bits & 0xFFFFFF) / (double) (1 << 23)) - 1;
        return gx * dx + gy * dy;
    }

    private static double blend(double t) {
        return t * t * t * (t * (t * 6 - 15) + 10);
    }
}
