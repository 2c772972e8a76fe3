package io.limen.explainer.domain.strategy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.BlockGrid;
import io.limen.explainer.domain.image.Mask;
import io.limen.explainer.domain.image.RegionOfInterest;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlockGeometryTest {

    private static final BlockGrid GRID = new BlockGrid(64, 64, 8);
    private static final RegionOfInterest REGION = new RegionOfInterest(24, 24, 16, 16);
    private static final List<Block> BLOCKS = GRID.treated(REGION);
    private static final BlockGeometry GEOMETRY = new BlockGeometry(GRID, REGION);

    @Test
    void theRadiusIsMeasuredFromTheRegionsEdge() {
        assertEquals(4.0 / 16, GEOMETRY.radius(at(16, 24)));
        assertEquals(20.0 / 16, GEOMETRY.radius(at(24, 56)));
        // from the corner: 20 up and 20 left
        assertEquals(Math.sqrt(800) / 16, GEOMETRY.radius(at(0, 0)), 1e-15);
    }

    @Test
    void ringsEndAtTheirBounds() {
        assertEquals(0, GEOMETRY.ring(at(16, 24)));
        assertEquals(1, GEOMETRY.ring(at(8, 24)));
        assertEquals(2, GEOMETRY.ring(at(0, 24)));
        assertEquals(3, GEOMETRY.ring(at(0, 0)));
        BlockGeometry wide = new BlockGeometry(new BlockGrid(8, 128, 8), new RegionOfInterest(0, 0, 8, 8));
        int[] rings = {0, 2, 4, 5, 5};
        for (int i = 0; i < rings.length; i++) {
            assertEquals(i + 0.5, wide.radius(i));
            assertEquals(rings[i], wide.ring(i));
            assertEquals(2 * i, wide.stratum(i));
        }
    }

    @Test
    void eachSideTakesOneDiagonal() {
        assertEquals(0, GEOMETRY.quadrant(at(0, 24)));
        assertEquals(1, GEOMETRY.quadrant(at(24, 56)));
        assertEquals(2, GEOMETRY.quadrant(at(56, 24)));
        assertEquals(3, GEOMETRY.quadrant(at(24, 0)));
        assertEquals(0, GEOMETRY.quadrant(at(8, 8)));
        assertEquals(1, GEOMETRY.quadrant(at(8, 48)));
        assertEquals(2, GEOMETRY.quadrant(at(48, 48)));
        assertEquals(3, GEOMETRY.quadrant(at(48, 8)));
    }

    @Test
    void aQuarterTurnOfACentredRegionMovesEverySideToTheNext() {
        int[] counts = new int[4];
        for (int i = 0; i < GEOMETRY.size(); i++) {
            counts[GEOMETRY.quadrant(i)]++;
        }

        assertArrayEquals(new int[] {15, 15, 15, 15}, counts);
    }

    @Test
    void bandsAreTheRowsAndColumnsOfTheRegion() {
        assertTrue(GEOMETRY.inBand(at(0, 32)));
        assertTrue(GEOMETRY.inBand(at(32, 0)));
        assertFalse(GEOMETRY.inBand(at(16, 16)));
    }

    @Test
    void rasterOrderComesFromAboveAndFromTheLeft() {
        assertTrue(GEOMETRY.before(at(0, 56)));
        assertTrue(GEOMETRY.before(at(32, 0)));
        assertFalse(GEOMETRY.before(at(24, 56)));
        assertFalse(GEOMETRY.before(at(40, 0)));
    }

    @Test
    void distancesToASetOfPixelsGoToItsNearestPixel() {
        // two bars in the columns 24 to 39, rows 24 to 27 and 40 to 43; the blocks at rows 32 to 39 lie between them
        boolean[] foreground = new boolean[64 * 64];
        for (int i = 0; i < foreground.length; i++) {
            int row = i / 64;
            foreground[i] = (row >= 24 && row < 28 || row >= 40 && row < 44) && i % 64 >= 24 && i % 64 < 40;
        }
        RegionOfInterest bars =
                RegionOfInterest.foregroundOf(new Mask(64, 64, foreground)).orElseThrow();
        BlockGeometry geometry = new BlockGeometry(GRID, bars);
        int between = GRID.treated(bars).indexOf(GRID.block(4 * 8 + 3));
        int above = GRID.treated(bars).indexOf(GRID.block(2 * 8 + 3));
        double unit = Math.sqrt(2 * 4 * 16);

        // the middle of the block is at row 36: 8 below the upper bar, 4 above the lower
        assertEquals(4 / unit, geometry.radius(between));
        assertEquals(4 / unit, geometry.radius(above));
        assertTrue(geometry.inBand(between));
        assertTrue(geometry.before(between));
        assertEquals(3, geometry.quadrant(between));
    }

    private static int at(int y, int x) {
        for (int i = 0; i < BLOCKS.size(); i++) {
            if (BLOCKS.get(i).y() == y && BLOCKS.get(i).x() == x) {
                return i;
            }
        }
        throw new IllegalArgumentException("no treated block at " + y + "," + x);
    }
}
