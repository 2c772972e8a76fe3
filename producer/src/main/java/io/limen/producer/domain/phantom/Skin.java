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
        this.redness = 0.12 + 0.62 * random.nextDouble();
        this.furrowDepth = 0.05 * random.nextDouble() * random.nextDouble();
        this.furrowScale = 16 + 22 * random.nextDouble();
        this.furrowAngle = Math.PI * random.nextDouble();
        this.vesselAmount = random.nextDouble() < 0.35 ? 0.1 + 0.2 * random.nextDouble() : 0;
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
            double furrow = furrows.at(along * furrowScale * 0.55, across * furrowScale).wall(0.3);
            double fine = grain.fractal(x * 45, y * 45, 3);
            tissue.melanin[i] += (float) Math.max(0, tone * (1 + 0.12 * mottling.fractal(x * 5, y * 5, 3))
                    + furrowDepth * furrow + 0.022 * fine);
            tissue.blood[i] += (float) Math.max(0, redness * (1 + 0.22 * mottling.fractal(y * 3 + 40, x * 3, 4))
                    + 0.03 * fine + vesselAmount * vessel(x, y));
        });
    }

    /** 1 along thin wandering lines, where a second noise lets vessels come close to the surface. */
    private double vessel(double x, double y) {
        if (vesselAmount == 0) {
            return 0;
        }
        double line = Math.abs(vessels.fractal(x * 7, y * 7, 3));
        return (1 - Curve.ramp(0, 0.06, line)) * Curve.ramp(0, 0.5, vessels.at(x * 3 + 90, y * 3));
    }
}
