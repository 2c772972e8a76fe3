package io.limen.producer.domain.phantom;

import java.util.SplittableRandom;

/**
 * A small round sticker in a corner, blue with a yellow core, wholly in the picture and far from the lesion: for the
 * camera's colours, and of no meaning for the lesion. At 128 pixels one block of eight covers most of it. A model that heeds
 * it all the same has learnt a shortcut.
 */
final class CornerSticker implements Overlay {

    private static final Colour RIM = new Colour(0.10, 0.25, 0.78);
    private static final Colour CORE = new Colour(0.96, 0.84, 0.12);
    private static final double EDGE = 0.006;

    private final double x;
    private final double y;
    private final double radius;

    CornerSticker(SplittableRandom random) {
        double inset = 0.0875 + 0.0125 * random.nextDouble();
        double along = 0.0875 + 0.0125 * random.nextDouble();
        this.x = random.nextBoolean() ? inset : 1 - inset;
        this.y = random.nextBoolean() ? along : 1 - along;
        this.radius = 0.037 + 0.003 * random.nextDouble();
    }

    @Override
    public void paint(Picture picture) {
        picture.grid.each(Grid.Box.around(x, y, radius + EDGE), (i, atX, atY) -> {
            double distance = Math.sqrt((atX - x) * (atX - x) + (atY - y) * (atY - y));
            double share = 1 - Curve.ramp(radius - EDGE, radius + EDGE, distance);
            double core = 1 - Curve.ramp(0.5 * radius - EDGE, 0.5 * radius + EDGE, distance);
            picture.cover(i, RIM.towards(CORE, core), share);
            picture.hide(i, share);
        });
    }
}
