package io.limen.producer.domain.phantom;

import java.util.SplittableRandom;

/** The scale on the contact plate: black ticks along one edge, every fifth one longer. */
final class Ruler implements Overlay {

    private static final Colour INK = new Colour(0.09, 0.08, 0.10);

    private final int edge;
    private final double inset;
    private final double tilt;
    private final double spacing;
    private final double length;
    private final double halfWidth;

    Ruler(SplittableRandom random) {
        this.edge = random.nextInt(4);
        this.inset = 0.02 + 0.06 * random.nextDouble();
        this.tilt = 0.12 * random.nextGaussian();
        this.spacing = 0.035 + 0.045 * random.nextDouble();
        this.length = 0.025 + 0.03 * random.nextDouble();
        this.halfWidth = 0.0025 + 0.003 * random.nextDouble();
    }

    @Override
    public void paint(Picture picture) {
        float[] ticks = new float[picture.grid.length()];
        int number = 0;
        for (double along = -0.2; along < 1.2; along += spacing) {
            double reach = number++ % 5 == 0 ? length * 1.8 : length;
            tick(along, reach).draw(ticks, picture.grid, halfWidth, 0.88);
        }
        for (int i = 0; i < ticks.length; i++) {
            picture.cover(i, INK, ticks[i]);
        }
    }

    /** A tick that grows inwards from the slightly tilted base line. */
    private Segment tick(double along, double reach) {
        double base = inset + (along - 0.5) * tilt;
        double lean = -tilt * reach;
        return switch (edge) {
            case 0 -> new Segment(along, base, along + lean, base + reach);
            case 1 -> new Segment(along, 1 - base, along + lean, 1 - base - reach);
            case 2 -> new Segment(base, along, base + reach, along + lean);
            default -> new Segment(1 - base, along, 1 - base - reach, along + lean);
        };
    }
}
