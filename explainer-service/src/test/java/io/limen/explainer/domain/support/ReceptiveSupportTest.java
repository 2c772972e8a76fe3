package io.limen.explainer.domain.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.BlockGrid;
import io.limen.explainer.domain.image.Window;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReceptiveSupportTest {

    private final ReceptiveSupport support = new ReceptiveSupport(new Window(10, 20, 6, 4));
    private final BlockGrid grid = new BlockGrid(40, 40, 8);

    @Test
    void blocksThatShareAPixelReachTheRegion() {
        assertTrue(support.reachedFrom(grid.block(grid.columns() + 2)));
        assertFalse(support.reachedFrom(grid.block(grid.columns() + 1)));
        assertFalse(support.reachedFrom(grid.block(2 * grid.columns() + 2)));
    }

    @Test
    void windowGrowsToHoldSuchBlocksWhole() {
        List<Block> blocks =
                IntStream.range(0, grid.size()).mapToObj(grid::block).toList();
        assertEquals(new Window(8, 16, 8, 8), support.withWhole(blocks));
        assertEquals(support.window(), support.withWhole(List.of(grid.block(0))));
    }
}
