package io.limen.producer.domain.phantom;

import java.util.SplittableRandom;

/** Air in the contact gel: discs with a dark rim, a bright inner rim and a highlight of the lamp. */
final class GelBubbles implements Overlay {

    private static final Colour HIGHLIGHT = new Colour(1.0, 0.99, 0.98);
    private static final Colour SHADE = new Colour(0.35, 0.25, 0.27);

    private final SplittableRandom random;
    private final int count;
    private final double clusterX;
    private final double clusterY;
    private final double lamp;

    GelBubbles(SplittableRandom random) {
        this.random = random;
        this.count = 5 + random.nextInt(14);
        this.clusterX = 0.1 + 0.8 * random.nextDouble();
        this.clusterY = 0.1 + 0.8 * random.nextDouble();
        this.lamp = 2 * Math.PI * random.nextDouble();
    }

    @Override
    public void paint(Picture picture) {
        for (int bubble = 0; bubble < count; bubble++) {
            double size = random.nextDouble();
            double radius = 0.009 + 0.05 * size * size * size;
            double x = clusterX + 0.2 * random.nextGaussian();
            double y = clusterY + 0.2 * random.nextGaussian();
            picture.grid.each(Grid.Box.around(x, y, radius * 1.3), (i, atX, atY) -> {
                bubble(picture, i, (atX - x) / radius, (atY - y) / radius);
            });
        }
    }

    /** One pixel of a bubble; offsets in bubble radii. */
    private void bubble(Picture picture, int i, double dx, double dy) {
        double distance = Math.sqrt(dx * dx + dy * dy);
        double lit = (dx * StrictMath.cos(lamp) + dy * StrictMath.sin(lamp)) / Math.max(distance, 1e-9);
        picture.cover(i, SHADE, 0.42 * ring(distance, 1.0, 0.2) * (1 - 0.5 * lit));
        picture.cover(i, HIGHLIGHT, 0.36 * ring(distance, 0.82, 0.18) * Curve.clamp(0.5 + 0.8 * lit));
        picture.cover(i, HIGHLIGHT, 0.1 * (1 - Curve.ramp(0.8, 1.0, distance)));
        double spotX = dx - 0.5 * StrictMath.cos(lamp);
        double spotY = dy - 0.5 * StrictMath.sin(lamp);
        picture.cover(i, HIGHLIGHT, 0.9 * (1 - Curve.ramp(0.08, 0.26, Math.sqrt(spotX * spotX + spotY * spotY))));
    }

    private static double ring(double distance, double radius, double width) {
        return 1 - Curve.ramp(0, width, Math.abs(distance - radius));
    }
}
