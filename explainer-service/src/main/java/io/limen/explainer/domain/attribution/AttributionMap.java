package io.limen.explainer.domain.attribution;

import io.limen.explainer.domain.image.BlockGrid;
import io.limen.explainer.domain.image.RegionOfInterest;
import java.util.List;
import java.util.Optional;

/**
 * The grid of average treatment effects.
 *
 * @param grid the tiling of the input
 * @param region the region explained
 * @param effects one per treated block, in row-major order; blocks that touch the region have none
 */
public record AttributionMap(BlockGrid grid, RegionOfInterest region, List<BlockEffect> effects) {

    public AttributionMap {
        effects = List.copyOf(effects);
        int previous = -1;
        for (BlockEffect effect : effects) {
            if (effect.block().index() <= previous || effect.block().touches(region)) {
                throw new IllegalArgumentException("AttributionMap: block " + effect.block());
            }
            previous = effect.block().index();
        }
    }

    /** One entry per block of the grid, row-major; empty where the block touches the region. Cost O(blocks). */
    public List<Optional<BlockEffect>> cells() {
        Optional<?>[] cells = new Optional<?>[grid.size()];
        java.util.Arrays.fill(cells, Optional.empty());
        effects.forEach(effect -> cells[effect.block().index()] = Optional.of(effect));
        return java.util.Arrays.stream(cells)
                .map(cell -> cell.map(BlockEffect.class::cast))
                .toList();
    }
}
