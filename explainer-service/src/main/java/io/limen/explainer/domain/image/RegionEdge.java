package io.limen.explainer.domain.image;

import java.util.List;

/** Where the region's nearest pixel lies as seen from somewhere outside of it. Pixels are unit squares, not points. */
public final class RegionEdge {

    private final List<Window> runs;

    public RegionEdge(RegionOfInterest region) {
        this.runs = region.runs();
    }

    /**
     * The way from a rectangle outside the region, or from a point when its sides are 0, to the region's nearest pixel;
     * ties go to the first in raster order. Coordinates in pixels: row 3 reaches from 3 to 4. Cost O(runs of the region).
     *
     * @param y top
     * @param x left
     * @param height 0 or more
     * @param width 0 or more
     */
    public Gap from(double y, double x, double height, double width) {
        Gap nearest = null;
        for (Window run : runs) {
            Gap gap =
                    new Gap(between(y, y + height, run.y(), run.bottom()), between(x, x + width, run.x(), run.right()));
            if (nearest == null || gap.squared() < nearest.squared()) {
                nearest = gap;
            }
        }
        return nearest;
    }

    private static double between(double from, double to, double targetFrom, double targetTo) {
        return Math.max(0, targetFrom - to) - Math.max(0, from - targetTo);
    }

    /**
     * A way to the region.
     *
     * @param down rows down to it, negative when it lies above, 0 when it lies beside
     * @param right columns to the right, negative when it lies to the left, 0 when it lies above or below
     */
    public record Gap(double down, double right) {

        private double squared() {
            return down * down + right * right;
        }

        /** Euclidean, pixels. */
        public double distance() {
            return Math.sqrt(squared());
        }

        /** Whether the region's nearest pixel comes later than the place seen from, row by row. */
        public boolean regionComesLater() {
            return down > 0 || down == 0 && right > 0;
        }
    }
}
