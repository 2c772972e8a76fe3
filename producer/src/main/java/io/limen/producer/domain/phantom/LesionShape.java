package io.limen.producer.domain.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Outline and edge of a lesion. Size and place follow the masks of public dermoscopy sets: the share of the picture is
 * log-normal with median 0.21, the centre within a few percent of the picture's.
 */
final class LesionShape {

    private static final double MEDIAN_SHARE = 0.21;
    private static final double LOG_SHARE_DEVIATION = 0.75;
    private static final double SMALLEST_SHARE = 0.025;
    private static final double LARGEST_SHARE = 0.62;

    /** Below this the pixel is outside; lobes that were cut off the lesion are pushed there. */
    private static final float OUTSIDE = -1;

    private final Lobe body;
    private final List<Lobe> lobes;
    private final GradientNoise crinkle;
    private final double crinkleReach;
    private final double crinkleScale;
    private final double softness;

    LesionShape(SplittableRandom random) {
        double share = MEDIAN_SHARE * StrictMath.exp(LOG_SHARE_DEVIATION * random.nextGaussian());
        double radius = Math.sqrt(Math.max(SMALLEST_SHARE, Math.min(LARGEST_SHARE, share)) / Math.PI);
        double x = 0.49 + 0.055 * random.nextGaussian();
        double y = 0.50 + 0.06 * random.nextGaussian();
        boolean lobed = random.nextDouble() < 0.4;
        this.body = new Lobe(x, y, lobed ? radius * 0.88 : radius, random);
        this.lobes = new ArrayList<>(List.of(body));
        double angle = 2 * Math.PI * random.nextDouble();
        double reach = radius * (0.5 + 0.35 * random.nextDouble());
        double lobeX = x + reach * StrictMath.cos(angle);
        double lobeY = y + reach * StrictMath.sin(angle);
        Lobe side = new Lobe(lobeX, lobeY, radius * (0.35 + 0.3 * random.nextDouble()), random);
        if (lobed) {
            lobes.add(side);
        }
        this.crinkle = GradientNoise.draw(random);
        this.crinkleReach = radius * (0.03 + 0.16 * random.nextDouble());
        this.crinkleScale = (2.5 + 4 * random.nextDouble()) / radius;
        this.softness = 0.18 + 0.5 * random.nextDouble() * random.nextDouble();
    }

    double centreX() {
        return body.x();
    }

    double centreY() {
        return body.y();
    }

    double radius() {
        return body.radius();
    }

    /** Depth below the border per pixel, unit lengths, positive inside; one connected region is positive. */
    float[] depths(Grid grid) {
        float[] depths = new float[grid.length()];
        boolean[] inside = new boolean[grid.length()];
        grid.each((i, x, y) -> {
            depths[i] = (float) depth(x, y);
            inside[i] = depths[i] > 0;
        });
        boolean[] lesion = ConnectedRegion.largest(inside, grid.side());
        for (int i = 0; i < depths.length; i++) {
            if (inside[i] && !lesion[i]) {
                depths[i] = OUTSIDE;
            }
        }
        return depths;
    }

    /** Share of the lesion's pigment at a place: 0 outside, 1 inside, in between along the fuzzy edge. */
    double coverage(float depth, double x, double y) {
        double frayed = depth + 0.10 * radius() * crinkle.fractal(x * 14 + 30, y * 14, 4);
        double sharpness = 0.55 + 0.45 * crinkle.at(x * 3.5 + 70, y * 3.5);
        double width = radius() * Math.max(0.05, softness * (0.35 + 1.3 * sharpness));
        return Curve.ramp(-0.35 * width, 0.85 * width, Math.min(frayed, depth + 0.1 * width));
    }

    private double depth(double x, double y) {
        double warpedX = x + crinkleReach * crinkle.fractal(x * crinkleScale, y * crinkleScale, 4);
        double warpedY = y + crinkleReach * crinkle.fractal(x * crinkleScale + 50, y * crinkleScale, 4);
        double depth = lobes.get(0).depth(warpedX, warpedY);
        for (Lobe lobe : lobes.subList(1, lobes.size())) {
            depth = union(depth, lobe.depth(warpedX, warpedY), 0.15 * radius());
        }
        return depth;
    }

    /** The larger of two depths, with the notch between two lobes rounded over the given length. */
    private static double union(double first, double second, double rounding) {
        double overlap = Math.max(rounding - Math.abs(first - second), 0) / rounding;
        return Math.max(first, second) + overlap * overlap * rounding / 4;
    }
}
