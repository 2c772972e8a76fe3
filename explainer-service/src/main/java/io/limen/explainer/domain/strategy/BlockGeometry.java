package io.limen.explainer.domain.strategy;

import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.BlockGrid;
import io.limen.explainer.domain.image.RegionEdge;
import io.limen.explainer.domain.image.RegionEdge.Gap;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.image.Window;
import java.util.List;

/**
 * Where the treated blocks lie as seen from the region: each array has one value per treated block, in row-major order of
 * the blocks. Cost O(blocks).
 */
final class BlockGeometry {

    /** Rings of the profile. */
    static final int RINGS = 6;

    /** Upper bounds of the rings in units of r, inclusive; the last ring has none. */
    private static final double[] RING_BOUNDS = {0.5, 1, 1.5, 2, 3};

    /** Width in r of the rings within which blocks count as equally far from the region. */
    private static final double STRATUM_WIDTH = 0.5;

    private final double[] radius;
    private final int[] quadrant;
    private final boolean[] inBand;
    private final boolean[] before;

    BlockGeometry(BlockGrid grid, RegionOfInterest region) {
        List<Block> treated = grid.treated(region);
        radius = new double[treated.size()];
        quadrant = new int[treated.size()];
        inBand = new boolean[treated.size()];
        before = new boolean[treated.size()];
        for (int i = 0; i < radius.length; i++) {
            place(i, treated.get(i), region.bounds());
        }
        measure(treated, region);
    }

    /** Directions go by the region's bounds, for a set of pixels has no rows and columns of its own. */
    private void place(int i, Block block, Window bounds) {
        double y = middleRow(block);
        double x = middleColumn(block);
        quadrant[i] = quadrant(y - bounds.y() - bounds.height() / 2.0, x - bounds.x() - bounds.width() / 2.0);
        boolean inRows = y >= bounds.y() && y <= bounds.bottom();
        inBand[i] = inRows || x >= bounds.x() && x <= bounds.right();
        before[i] = y < bounds.y() || inRows && x < bounds.x();
    }

    /** Distances go to the nearest pixel; so does the order of blocks inside the bounds, which lie on no side of them. */
    private void measure(List<Block> treated, RegionOfInterest region) {
        RegionEdge edge = new RegionEdge(region);
        double unit = Math.sqrt(region.area());
        for (int i = 0; i < radius.length; i++) {
            double y = middleRow(treated.get(i));
            double x = middleColumn(treated.get(i));
            Gap gap = edge.from(y, x, 0, 0);
            radius[i] = gap.distance() / unit;
            if (region.bounds().holds(y, x)) {
                before[i] = gap.regionComesLater();
            }
        }
    }

    private static double middleRow(Block block) {
        return block.y() + block.height() / 2.0;
    }

    private static double middleColumn(Block block) {
        return block.x() + block.width() / 2.0;
    }

    /** 0 above, 1 right, 2 below, 3 left of the region's centre, between the diagonals; each takes one of its diagonals. */
    private static int quadrant(double down, double right) {
        if (down < 0 && right >= down && right < -down) {
            return 0;
        }
        if (right > 0 && down >= -right && down < right) {
            return 1;
        }
        return down > 0 && right <= down && right > -down ? 2 : 3;
    }

    /** Treated blocks, B. */
    int size() {
        return radius.length;
    }

    /** r: distance from the block's centre to the region's edge over the square root of the region's area, above 0. */
    double radius(int i) {
        return radius[i];
    }

    /** The profile's ring: r in (0, 0.5], (0.5, 1], (1, 1.5], (1.5, 2], (2, 3], above 3. */
    int ring(int i) {
        int ring = 0;
        while (ring < RING_BOUNDS.length && radius[i] > RING_BOUNDS[ring]) {
            ring++;
        }
        return ring;
    }

    /** The narrow ring of blocks that count as equally far: r in (0, 0.5], (0.5, 1], (1, 1.5] and so on without end. */
    int stratum(int i) {
        return Math.max(0, (int) Math.ceil(radius[i] / STRATUM_WIDTH) - 1);
    }

    /** Side of the region the block lies on: 0 above, 1 right, 2 below, 3 left. */
    int quadrant(int i) {
        return quadrant[i];
    }

    /** Whether the block's centre lies in the rows or the columns of the region's bounds. */
    boolean inBand(int i) {
        return inBand[i];
    }

    /** Whether the block comes before the region in raster order: above it, or left of it in its rows; inside the bounds of a
     * region that is no rectangle, whether the region's nearest pixel comes later. */
    boolean before(int i) {
        return before[i];
    }
}
