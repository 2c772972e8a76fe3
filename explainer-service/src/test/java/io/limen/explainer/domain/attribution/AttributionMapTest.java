package io.limen.explainer.domain.attribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.limen.explainer.domain.image.BlockGrid;
import io.limen.explainer.domain.image.RegionOfInterest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttributionMapTest {

    private static final BlockGrid GRID = new BlockGrid(8, 32, 8);
    private static final RegionOfInterest REGION = new RegionOfInterest(0, 8, 8, 8);

    @Test
    void cellsLieInTheGridAndAreEmptyInTheRegion() {
        AttributionMap map = new AttributionMap(GRID, REGION, List.of(effect(0), effect(2), effect(3)));

        assertEquals(
                List.of(Optional.of(effect(0)), Optional.empty(), Optional.of(effect(2)), Optional.of(effect(3))),
                map.cells());
    }

    @Test
    void anEffectInTheRegionOrOutOfOrderIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new AttributionMap(GRID, REGION, List.of(effect(1))));
        assertThrows(
                IllegalArgumentException.class, () -> new AttributionMap(GRID, REGION, List.of(effect(2), effect(0))));
    }

    private static BlockEffect effect(int index) {
        return new BlockEffect(GRID.block(index), -index, 1, 50, false, false, 0);
    }
}
