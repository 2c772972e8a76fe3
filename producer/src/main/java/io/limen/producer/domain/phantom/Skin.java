package io.limen.producer.domain.phantom;

import java.util.SplittableRandom;

/** The skin around and under a lesion: tone, redness, mottling, furrows, fine vessels. */
final class Skin {

    private final double tone;
    private final double redness;
    private final double furrowDepth;
    private final double furrowScale;
    private final double furrowAngle;
    private final double vesselAmount;
    private final GradientNoise mottling;
    private final GradientNoise grain;
    private final GradientNoise vessels;
    private final CellNoise furrows;

    Skin(Range skinTone, SplittableRandom random) {
        this.tone = 0.03 + 0.95 * skinTone.draw(random);
        double flush = random.nextDouble();
        this.redness = 0.02 + 0.52 * flush * flush + 0.10 * random.nextDouble();
        this.furrowDepth = 0.01 + 0.04 * random.nextDouble() * random.nextDouble();
        this.furrowScale = 18 + 26 * random.nextDouble();
        this.furrowAngle = Math.PI * random.nextDouble();
        this.vesselAmount = random.nextDouble() < 0.35 ? 0.06 + 0.16 * random.nextDouble() : 0;
        this.mottling = GradientNoise.draw(random);
        this.grain = GradientNoise.draw(random);
        this.vessels = GradientNoise.draw(random);
        this.furrows = CellNoise.draw(random);
    }

    void paint(Tissue tissue) {
        double cos = StrictMath.cos(furrowAngle);
        double sin = StrictMath.sin(furrowAngle);
        tissue.grid.each((i, x, y) -> {
            double along = x * cos + y * sin;
            double across = y * cos - x * sin;
            double furrow = furrows.at(along * furrowScale * 0.35, across * furrowScale).wall(0.3);
            double fine = grain.fractal(x * 45, y * 45, 3);
            tissue.melanin[i] += (float) Math.max(0, tone * (1 + 0.3 * mottling.fractal(x * 5, y * 5, 4))
                    + furrowDepth * (furrow - 0.3) + 0.035 * fine);
            tissue.blood[i] += (float) Math.max(0, redness * (1 + 0.35 * mottling.fractal(y * 4 + 40, x * 4, 5))
                    + 0.05 * fine + vesselAmount * vessel(x, y));
        });
    }

    /** 1 along thin wandering lines, where a second noise lets vessels come close to the surface. */
    private double vessel(double x, double y) {
        if (vesselAmount == 0) {
            return 0;
        }
        double line = Math.abs(vessels.fractal(x * 4, y * 4, 2));
        return (1 - Curve.ramp(0, 0.03, line)) * Curve.ramp(0, 0.5, vessels.at(x * 3 + 90, y * 3));
    }
}
