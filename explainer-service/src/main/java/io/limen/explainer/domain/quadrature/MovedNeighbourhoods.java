package io.limen.explainer.domain.quadrature;

import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.BlockGrid;
import java.util.Arrays;
import java.util.List;

/**
 * The blocks worth a second look: those whose draws did something, and those that touch one whose draws did. Far from the
 * region most blocks of many models do nothing at all, and one draw is enough to begin with. Where no block moved, all are
 * worth it: that nothing matters shall not rest on one draw of each.
 */
public final class MovedNeighbourhoods {

    private final BlockGrid grid;
    private final List<Block> blocks;

    /**
     * @param grid the tiling
     * @param blocks the blocks with draws
     */
    public MovedNeighbourhoods(BlockGrid grid, List<Block> blocks) {
        this.grid = grid;
        this.blocks = List.copyOf(blocks);
    }

    /**
     * @param draws per block
     * @param left draws that are possible per block
     * @return of each block what is possible if it or a block beside it (corners count) moved, or none did; else 0
     */
    public int[] further(List<BlockDraws> draws, int[] left) {
        if (draws.stream().allMatch(block -> block.largest() == 0)) {
            return left.clone();
        }
        boolean[] near = new boolean[grid.size()];
        for (int i = 0; i < blocks.size(); i++) {
            if (draws.get(i).largest() > 0) {
                mark(blocks.get(i).index(), near);
            }
        }
        int[] further = left.clone();
        for (int i = 0; i < further.length; i++) {
            if (!near[blocks.get(i).index()]) {
                further[i] = 0;
            }
        }
        return further;
    }

    private void mark(int index, boolean[] near) {
        int row = index / grid.columns();
        int column = index % grid.columns();
        for (int y = Math.max(0, row - 1); y <= Math.min(grid.rows() - 1, row + 1); y++) {
            int from = y * grid.columns() + Math.max(0, column - 1);
            int to = y * grid.columns() + Math.min(grid.columns() - 1, column + 1);
            Arrays.fill(near, from, to + 1, true);
        }
    }
}
