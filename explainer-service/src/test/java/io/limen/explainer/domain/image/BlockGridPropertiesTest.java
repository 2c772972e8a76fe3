package io.limen.explainer.domain.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BlockGridPropertiesTest {

    @Property
    void blocksCoverEveryPixelOnce(
            @ForAll @IntRange(min = 1, max = 50) int height,
            @ForAll @IntRange(min = 1, max = 50) int width,
            @ForAll @IntRange(min = 1, max = 60) int blockSize) {
        BlockGrid grid = new BlockGrid(height, width, blockSize);
        int[] covered = new int[height * width];
        for (int index = 0; index < grid.size(); index++) {
            cover(covered, width, grid.block(index));
        }

        int[] once = new int[height * width];
        Arrays.fill(once, 1);
        assertArrayEquals(once, covered);
    }

    @Property
    void aBlockIsTreatedExactlyWhenItSharesNoPixelWithTheRegion(
            @ForAll @IntRange(min = 0, max = 30) int y,
            @ForAll @IntRange(min = 0, max = 30) int x,
            @ForAll @IntRange(min = 1, max = 10) int height,
            @ForAll @IntRange(min = 1, max = 10) int width) {
        BlockGrid grid = new BlockGrid(40, 40, 7);
        RegionOfInterest region = new RegionOfInterest(y, x, height, width);
        int[] inRegion = new int[40 * 40];
        cover(inRegion, 40, new Block(0, y, x, height, width));

        for (int index = 0; index < grid.size(); index++) {
            int[] both = inRegion.clone();
            cover(both, 40, grid.block(index));
            boolean shares = Arrays.stream(both).anyMatch(count -> count == 2);
            assertEquals(!shares, grid.treated(region).contains(grid.block(index)));
        }
    }

    private static void cover(int[] covered, int width, Block block) {
        for (int y = block.y(); y < block.y() + block.height(); y++) {
            for (int x = block.x(); x < block.x() + block.width(); x++) {
                covered[y * width + x]++;
            }
        }
    }
}
