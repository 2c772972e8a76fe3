package io.limen.producer.domain.phantom;

import java.util.SplittableRandom;

/** Hairs across the picture: thick and thin, dark or fair, mostly one way with some crossing. */
final class Hair implements Overlay {

    private static final Colour DARK = new Colour(0.27, 0.17, 0.16);
    private static final Colour FAIR = new Colour(0.80, 0.68, 0.55);
    private static final int STEPS = 48;

    private final SplittableRandom random;
    private final Colour colour;
    private final int count;
    private final double direction;
    private final double thickness;

    Hair(SplittableRandom random) {
        this.random = random;
        this.colour = (random.nextDouble() < 0.85 ? DARK : FAIR).scaled(0.8 + 0.5 * random.nextDouble());
        double crowd = random.nextDouble();
        this.count = 2 + (int) (26 * crowd * crowd);
        this.direction = Math.PI * random.nextDouble();
        this.thickness = 0.0022 + 0.0028 * random.nextDouble();
    }

    @Override
    public void paint(Picture picture) {
        float[] strands = new float[picture.grid.length()];
        for (int hair = 0; hair < count; hair++) {
            grow(strands, picture.grid);
        }
        for (int i = 0; i < strands.length; i++) {
            picture.cover(i, colour, strands[i]);
        }
    }

    /** One hair: a quadratic Bezier curve, thinner towards its tip. */
    private void grow(float[] strands, Grid grid) {
        double angle = direction + 0.5 * random.nextGaussian();
        double length = 0.5 + 1.0 * random.nextDouble();
        double startX = -0.1 + 1.2 * random.nextDouble();
        double startY = -0.1 + 1.2 * random.nextDouble();
        double endX = startX + length * StrictMath.cos(angle);
        double endY = startY + length * StrictMath.sin(angle);
        double bow = 0.22 * length * random.nextGaussian();
        double bendX = (startX + endX) / 2 - bow * StrictMath.sin(angle);
        double bendY = (startY + endY) / 2 + bow * StrictMath.cos(angle);
        double width = thickness * (0.55 + 0.8 * random.nextDouble());
        double strength = 0.55 + 0.4 * random.nextDouble();
        for (int step = 0; step < STEPS; step++) {
            double t = step / (double) STEPS;
            double u = (step + 1) / (double) STEPS;
            Segment segment = new Segment(
                    bezier(startX, bendX, endX, t),
                    bezier(startY, bendY, endY, t),
                    bezier(startX, bendX, endX, u),
                    bezier(startY, bendY, endY, u));
            segment.draw(strands, grid, width * (1 - 0.75 * t * t), strength);
        }
    }

    private static double bezier(double start, double bend, double end, double t) {
        return (1 - t) * (1 - t) * start + 2 * t * (1 - t) * bend + t * t * end;
    }
}
