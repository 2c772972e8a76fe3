package io.limen.explainer.domain.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** A region that is a set of pixels, against the plainest loops over those pixels. */
class MaskRegionPropertiesTest {

    private static final int HEIGHT = 23;
    private static final int WIDTH = 31;

    @Property(tries = 200)
    void aBlockIsTreatedExactlyWhenItHoldsNoPixelOfTheRegion(
            @ForAll long seed,
            @ForAll @DoubleRange(max = 0.2) double share,
            @ForAll @IntRange(min = 1, max = 9) int size) {
        Mask mask = mask(seed, share);
        Assume.that(mask.area() > 0);
        RegionOfInterest region = RegionOfInterest.foregroundOf(mask).orElseThrow();
        BlockGrid grid = new BlockGrid(HEIGHT, WIDTH, size);

        for (int index = 0; index < grid.size(); index++) {
            Block block = grid.block(index);
            boolean holds = false;
            for (int y = block.y(); y < block.y() + block.height(); y++) {
                for (int x = block.x(); x < block.x() + block.width(); x++) {
                    holds |= mask.at(y, x);
                }
            }
            assertEquals(!holds, grid.treated(region).contains(block));
        }
    }

    @Property(tries = 200)
    void theGapLeadsToTheNearestPixel(
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0.01, max = 0.1) double share,
            @ForAll @DoubleRange(max = HEIGHT) double y,
            @ForAll @DoubleRange(max = WIDTH) double x) {
        Mask mask = mask(seed, share);
        Assume.that(mask.area() > 0);
        double nearest = Double.POSITIVE_INFINITY;
        for (int row = 0; row < HEIGHT; row++) {
            for (int column = 0; column < WIDTH; column++) {
                // the point of the unit square that is nearest to (y, x)
                double dy = Math.max(row, Math.min(row + 1, y)) - y;
                double dx = Math.max(column, Math.min(column + 1, x)) - x;
                nearest = mask.at(row, column) ? Math.min(nearest, Math.hypot(dy, dx)) : nearest;
            }
        }

        RegionEdge edge = new RegionEdge(RegionOfInterest.foregroundOf(mask).orElseThrow());

        assertEquals(nearest, edge.from(y, x, 0, 0).distance(), 1e-9);
    }

    private static Mask mask(long seed, double share) {
        Random random = new Random(seed);
        boolean[] foreground = new boolean[HEIGHT * WIDTH];
        for (int i = 0; i < foreground.length; i++) {
            foreground[i] = random.nextDouble() < share;
        }
        return new Mask(HEIGHT, WIDTH, foreground);
    }
}
