package io.limen.producer.domain.phantom;

import java.util.SplittableRandom;

/** Takes the picture: gathers supersampled pixels, softens, adds sensor noise and rounds to 8 bits. */
final class Camera {

    /** Painted pixels per picture pixel, along each axis: smooth edges at four times the work. */
    static final int SUPERSAMPLING = 2;

    private final double softness;
    private final double noise;
    private final SplittableRandom random;

    Camera(SplittableRandom random) {
        this.softness = 0.05 + 0.3 * random.nextDouble();
        this.noise = 0.003 + 0.006 * random.nextDouble();
        this.random = random;
    }

    /** Colours packed 0xRRGGBB, [size, size], row-major. */
    int[] expose(Picture picture, int size) {
        float[] red = soften(gather(picture.red, size), size);
        float[] green = soften(gather(picture.green, size), size);
        float[] blue = soften(gather(picture.blue, size), size);
        int[] rgb = new int[size * size];
        for (int i = 0; i < rgb.length; i++) {
            double grain = noise * random.nextGaussian();
            double tint = 0.4 * noise * random.nextGaussian();
            rgb[i] = level(red[i] + grain + tint) << 16 | level(green[i] + grain) << 8 | level(blue[i] + grain - tint);
        }
        return rgb;
    }

    private static float[] gather(float[] painted, int size) {
        float[] gathered = new float[size * size];
        int side = size * SUPERSAMPLING;
        for (int i = 0; i < painted.length; i++) {
            int target = i / side / SUPERSAMPLING * size + i % side / SUPERSAMPLING;
            gathered[target] += painted[i] / (SUPERSAMPLING * SUPERSAMPLING);
        }
        return gathered;
    }

    /** Blends each pixel with its four neighbours. */
    private float[] soften(float[] pixels, int size) {
        float[] soft = new float[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            int row = i / size;
            int column = i % size;
            float around = pixels[Math.max(0, row - 1) * size + column]
                    + pixels[Math.min(size - 1, row + 1) * size + column]
                    + pixels[row * size + Math.max(0, column - 1)]
                    + pixels[row * size + Math.min(size - 1, column + 1)];
            soft[i] = (float) Curve.mix(pixels[i], around / 4, softness);
        }
        return soft;
    }

    private static int level(double value) {
        return (int) (255 * Curve.clamp(value) + 0.5);
    }
}
