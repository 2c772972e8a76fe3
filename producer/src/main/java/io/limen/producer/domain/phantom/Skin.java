package io.limen.producer.domain.phantom;

import java.util.SplittableRandom;

/** The skin around and under a lesion: tone, redness, mottling, furrows; freckles and fine vessels on some. */
final class Skin {

    private final double tone;
    private final double redness;
    private final double mottle;
    private final double furrowDepth;
    private final double furrowScale;
    private final double furrowAngle;
    private final GradientNoise mottling;
    private final GradientNoise grain;
    private final CellNoise furrows;
    private final Freckles freckles;
    private final Vessels vessels;

    Skin(Range skinTone, SplittableRandom random) {
        this.tone = 0.03 + 0.95 * skinTone.draw(random);
        double flush = random.nextDouble();
        this.redness = 0.02 + 0.52 * flush * flush + 0.10 * random.nextDouble();
        double sun = random.nextDouble();
        this.mottle = 0.02 + 0.3 * tone + 0.10 * sun * sun * sun;
        this.furrowDepth = 0.01 + 0.04 * random.nextDouble() * random.nextDouble();
        this.furrowScale = 18 + 26 * random.nextDouble();
        this.furrowAngle = Math.PI * random.nextDouble();
        this.mottling = GradientNoise.draw(random);
        this.grain = GradientNoise.draw(random);
        this.furrows = CellNoise.draw(random);
        this.freckles = new Freckles(random.split());
        this.vessels = new Vessels(random.split());
    }

    void paint(Tissue tissue) {
        double cos = StrictMath.cos(furrowAngle);
        double sin = StrictMath.sin(furrowAngle);
        tissue.grid.each((i, x, y) -> {
            double along = x * cos + y * sin;
            double across = y * cos - x * sin;
            double furrow =
                    furrows.at(along * furrowScale * 0.35, across * furrowScale).wall(0.3) - 0.3;
            double fine = grain.fractal(x * 45, y * 45, 3);
            double melanin = tone + mottle * mottling.fractal(x * 5, y * 5, 4);
            double blood = redness * (1 + 0.35 * mottling.fractal(y * 4 + 40, x * 4, 5));
            melanin += furrowDepth * furrow + 0.035 * fine + freckles.melanin(x, y);
            blood += 0.05 * fine + vessels.blood(x, y);
            tissue.melanin[i] = (float) Math.max(0, melanin);
            tissue.blood[i] = (float) Math.max(0, blood);
        });
    }
}
