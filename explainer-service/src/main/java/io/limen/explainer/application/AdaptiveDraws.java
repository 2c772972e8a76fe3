package io.limen.explainer.application;

import io.limen.explainer.domain.effect.Effect;
import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.intervention.Intervention;
import io.limen.explainer.domain.intervention.ThinnedDonors;
import io.limen.explainer.domain.quadrature.MapQuadrature;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Makes draws of blocks, each of the block's next donor. Owned by one thread. */
final class AdaptiveDraws {

    /** Where the blocks lie in the image that is probed. */
    private final List<Block> probed;

    private final List<ThinnedDonors.Walk> walks;
    private final MapQuadrature map;
    private final ForwardPasses passes;

    /**
     * @param blocks as they lie in the case's image
     * @param probed the same as they lie in the image that is probed
     */
    AdaptiveDraws(
            List<Block> blocks, List<Block> probed, ThinnedDonors donors, MapQuadrature map, ForwardPasses passes) {
        this.probed = probed;
        this.walks = blocks.stream().map(donors::walk).toList();
        this.map = map;
        this.passes = passes;
    }

    /**
     * A draw that was made.
     *
     * @param block position among the blocks
     * @param donor index in the bank
     * @param effect what it did
     * @param output of the region under it
     */
    record Drawn(int block, int donor, Effect effect, ForwardPasses.Output output) {}

    /** Donors that each block has left, at most a number. */
    int[] left(int most) {
        return walks.stream().mapToInt(walk -> Math.min(most, walk.left())).toArray();
    }

    /**
     * Makes so many draws of each block: the first of each, then the second, and so on.
     *
     * @param further draws per block
     * @param owed how many are made whatever the budget says
     * @param expected forward passes in the end
     * @return whether the budget allowed all
     */
    boolean make(int[] further, long owed, long expected, Consumer<Drawn> listener)
            throws ModelRejectedException, InterruptedException {
        List<Intervention> interventions = new ArrayList<>();
        List<Integer> positions = new ArrayList<>();
        boolean more = true;
        for (int round = 0; more; round++) {
            more = false;
            for (int block = 0; block < further.length; block++) {
                if (further[block] > round) {
                    more = true;
                    interventions.add(
                            new Intervention(probed.get(block), walks.get(block).next()));
                    positions.add(block);
                }
            }
        }
        return passes.make(interventions, owed, expected, (position, effect, output) -> {
            int block = positions.get(position);
            int donor = interventions.get(position).donor();
            map.add(block, donor, effect);
            listener.accept(new Drawn(block, donor, effect, output));
        });
    }
}
