package io.limen.producer.domain.phantom;

import java.util.SplittableRandom;

/**
 * Cells around randomly placed points, about one per unit of area (S. Worley, A Cellular Texture Basis Function, 1996).
 * Their walls make a network or furrows, their points globules and follicles.
 *
 * @param seed chooses the points
 */
record CellNoise(long seed) {

    static CellNoise draw(SplittableRandom random) {
        return new CellNoise(random.nextLong());
    }

    /**
     * The cell that a place belongs to.
     *
     * @param toPoint distance to the cell's point
     * @param toNext distance to the second nearest point, not below {@code toPoint}
     * @param character a number in [0, 1) of the cell's own
     */
    record Cell(double toPoint, double toNext, double character) {

        /** 1 on the wall between two cells, 0 from {@code width} on. */
        double wall(double width) {
            return 1 - Curve.ramp(0, width, toNext - toPoint);
        }

        /** 1 at the cell's point, 0 outside a disc of the given radius, with a soft edge. */
        double disc(double radius) {
            return 1 - Curve.ramp(0.6 * radius, radius, toPoint);
        }
    }

    Cell at(double x, double y) {
        long column = (long) Math.floor(x);
        long row = (long) Math.floor(y);
        double nearest = Double.POSITIVE_INFINITY;
        double second = Double.POSITIVE_INFINITY;
        long owner = 0;
        for (int k = 0; k < 9; k++) {
            long bits = Lattice.bits(seed, column - 1 + k % 3, row - 1 + k / 3);
            double dx = column - 1 + k % 3 + Lattice.upper(bits) - x;
            double dy = row - 1 + k / 3 + Lattice.lower(bits) - y;
            double squared = dx * dx + dy * dy;
            if (squared < nearest) {
                second = nearest;
                nearest = squared;
                owner = bits;
            } else if (squared < second) {
                second = squared;
            }
        }
        return new Cell(Math.sqrt(nearest), Math.sqrt(second), Lattice.upper(Lattice.scramble(owner)));
    }
}
