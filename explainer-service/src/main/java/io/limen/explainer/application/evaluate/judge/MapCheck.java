package io.limen.explainer.application.evaluate.judge;

import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.ReachableCase;
import io.limen.explainer.application.evaluate.method.MethodCase;
import io.limen.explainer.application.evaluate.method.ScoredImages;
import io.limen.explainer.domain.faithfulness.joint.JointObservations;
import io.limen.explainer.domain.faithfulness.joint.JointPlan;
import io.limen.explainer.domain.faithfulness.joint.MapFaithfulness.Verdict;
import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.intervention.DonorChoice;
import io.limen.explainer.domain.intervention.PatchBank;
import io.limen.explainer.domain.saliency.BlockRelevance;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The check that the stream makes of every map (decision 31), made of any method's: on the blocks that can reach the region, with donors
 * that no method has used. Owned by one thread, closed after use.
 */
final class MapCheck implements AutoCloseable {

    /** As a stream's explanation has by default: 64 passes. */
    private static final int ROUNDS = 8;

    private final MethodCase subject;
    private final PatchBank bank;
    private final long seed;
    private final Image image;
    private final List<Block> blocks;
    private final int[] positions;
    private final ScoredImages images;

    /**
     * @param reachable what of the case can matter
     * @param bank donors that no method has used
     * @param seed of sets and donors
     */
    MapCheck(MethodCase subject, ReachableCase reachable, PatchBank bank, long seed) {
        this.subject = subject;
        this.bank = bank;
        this.seed = seed;
        this.image = reachable.probed().image();
        this.blocks = reachable.probed().blocks();
        List<Integer> treated = subject.blocks().stream().map(Block::index).toList();
        this.positions = blocks.stream()
                .mapToInt(block -> treated.indexOf(block.index()))
                .toArray();
        this.images =
                new ScoredImages(subject.model(), image, reachable.probed().region());
    }

    /** 1: the check vouches for the map, 0: it does not; empty where it can't tell. */
    OptionalDouble vouches(BlockRelevance relevance) throws ModelRejectedException, InterruptedException {
        if (blocks.size() < JointPlan.LEAST_BLOCKS) {
            return OptionalDouble.empty();
        }
        double[] values = relevance.values();
        // what supports lowers the region's Dice when it is replaced
        double[] effects =
                Arrays.stream(positions).mapToDouble(at -> 0 - values[at]).toArray();
        JointPlan plan = new JointPlan(blocks, effects, seed);
        List<JointPlan.Pass> passes = plan.rounds(ROUNDS);
        DonorChoice donors = new DonorChoice(seed, bank.size());
        double[] changes = new double[passes.size()];
        images.run(
                passes.size(),
                pass -> passes.get(pass).intervention(pass, blocks, donors).on(image, bank),
                (pass, probabilities, slot) -> changes[pass] =
                        subject.score().effect(probabilities, slot).dicePoints());
        return new JointObservations(plan, passes, changes, subject.score().baselineDice(), false)
                .faithfulness()
                .verdict()
                .map(verdict -> OptionalDouble.of(verdict == Verdict.FORETELLS ? 1 : 0))
                .orElse(OptionalDouble.empty());
    }

    @Override
    public void close() {
        images.close();
    }
}
