package io.limen.explainer.domain.intervention;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.BlockGrid;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterventionPlanTest {

    private static final BlockGrid GRID = new BlockGrid(8, 24, 8);
    private static final List<Block> BLOCKS = List.of(GRID.block(0), GRID.block(1), GRID.block(2));
    private static final DonorChoice DONORS = new DonorChoice(5, 100);
    private static final InterventionPlan PLAN = new InterventionPlan(BLOCKS, DrawPhase.SCREENING, 2, DONORS);

    @Test
    void everyBlockIsDrawnOnceBeforeAnyIsDrawnTwice() {
        assertEquals(
                List.of(0, 1, 2, 0, 1, 2),
                PLAN.slice(0, PLAN.size()).stream()
                        .map(intervention -> intervention.block().index())
                        .toList());
    }

    @Test
    void slicesJoinToTheWholePlan() {
        List<Intervention> joined = new ArrayList<>(PLAN.slice(0, 4));
        joined.addAll(PLAN.slice(4, 6));

        assertEquals(PLAN.slice(0, 6), joined);
        assertEquals(
                DONORS.donor(BLOCKS.get(1), DrawPhase.SCREENING, 1),
                joined.get(4).donor());
    }

    @Test
    void aPlanWithoutBlocksIsEmpty() {
        assertEquals(0, new InterventionPlan(List.of(), DrawPhase.ESTIMATION, 50, DONORS).size());
    }
}
