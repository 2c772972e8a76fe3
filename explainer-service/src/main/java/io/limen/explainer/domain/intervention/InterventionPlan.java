package io.limen.explainer.domain.intervention;

import io.limen.explainer.domain.image.Block;
import java.util.ArrayList;
import java.util.List;

/**
 * Interventions in the order they are made: the first draw of every block, then the second of every block, and so on. A
 * batch therefore holds different blocks, and a budget that ends anywhere leaves all blocks within one draw of each other.
 *
 * @param blocks the blocks treated
 * @param phase what the draws are for
 * @param draws per block, 0 or more
 * @param donors which donor goes where
 */
public record InterventionPlan(List<Block> blocks, DrawPhase phase, int draws, DonorChoice donors) {

    public InterventionPlan {
        blocks = List.copyOf(blocks);
        if (draws < 0) {
            throw new IllegalArgumentException("InterventionPlan: draws " + draws);
        }
    }

    /** Interventions in all. */
    public long size() {
        return (long) blocks.size() * draws;
    }

    /** Position in {@link #blocks()} of the block that an intervention treats. */
    public int blockOf(long intervention) {
        return (int) (intervention % blocks.size());
    }

    /** Some interventions in a row, from inclusive to exclusive. */
    public List<Intervention> slice(long from, long to) {
        List<Intervention> interventions = new ArrayList<>((int) (to - from));
        for (long i = from; i < to; i++) {
            Block block = blocks.get(blockOf(i));
            int draw = (int) (i / blocks.size());
            interventions.add(new Intervention(block, donors.donor(block, phase, draw)));
        }
        return interventions;
    }
}
