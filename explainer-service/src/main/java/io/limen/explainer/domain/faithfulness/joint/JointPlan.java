package io.limen.explainer.domain.faithfulness.joint;

import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.intervention.DonorChoice;
import io.limen.explainer.domain.intervention.DrawPhase;
import io.limen.explainer.domain.intervention.Intervention;
import io.limen.explainer.domain.intervention.JointIntervention;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Which blocks are replaced together, in rounds that are all alike, so that whatever number of them the budget allows is balanced. A
 * round is one random set of each size, each with two draws of donors, then the strongest supporting blocks and as many others.
 */
public final class JointPlan {

    /** Below it, sets of different sizes would be the same. */
    public static final int LEAST_BLOCKS = 10;

    /** Below it, three times as many sets say too little. */
    public static final int LEAST_ROUNDS = 4;

    /** Draws of donors per random set: the least that tells the donors' chance from what the set does. */
    public static final int DRAWS = 2;

    /** Of the blocks; each about twice the one before, so that changes spread from a few blocks to much of the image. */
    private static final double[] SHARES = {0.05, 0.1, 0.25};

    /** With the strongest blocks and others. */
    public static final int MOST_PASSES_OF_A_ROUND = SHARES.length * DRAWS + 2;

    /** What a map points at first, as evaluation has it. */
    private static final double LEADING = 0.05;

    /** Of the blocks: those that the map says most of, which sets hold more or fewer of. */
    private static final double SPREAD = 0.1;

    /** Keeps these choices apart from others of the same seed. */
    private static final long PURPOSE = 0x6A6F696E74L;

    private final double[] effects;
    private final RandomSets sets;
    private final List<Integer> strongest;
    private final SameArea others;

    /**
     * @param blocks that can reach the region, {@value #LEAST_BLOCKS} or more
     * @param effects of each by the map, percentage points
     * @param seed of the explanation
     */
    public JointPlan(List<Block> blocks, double[] effects, long seed) {
        if (blocks.size() < LEAST_BLOCKS || blocks.size() != effects.length) {
            throw new IllegalArgumentException("JointPlan: " + blocks.size() + " blocks, " + effects.length);
        }
        Random random = new Random(seed ^ PURPOSE);
        this.effects = effects.clone();
        this.sets = new RandomSets(largest(count(SPREAD)), effects.length, random);
        this.strongest = strongest(count(LEADING));
        this.others = new SameArea(blocks, strongest, random);
    }

    /** What a pass is for. */
    public enum Purpose {
        /** A random set, for the agreement. */
        RANDOM_SET,
        /** The strongest supporting blocks. */
        STRONGEST,
        /** As many others. */
        OTHERS
    }

    /**
     * One forward pass.
     *
     * @param purpose what for
     * @param blocks positions among the plan's
     */
    public record Pass(Purpose purpose, List<Integer> blocks) {

        public Pass {
            blocks = List.copyOf(blocks);
        }

        /**
         * What is done to the image. Which donor goes where depends on the choice's seed, the block and the pass's place alone.
         *
         * @param place of this pass among all, counted from 0
         * @param among the plan's blocks, in the image's coordinates
         */
        public JointIntervention intervention(int place, List<Block> among, DonorChoice donors) {
            return new JointIntervention(blocks.stream()
                    .map(among::get)
                    .map(block -> new Intervention(block, donors.donor(block, DrawPhase.JOINT, place)))
                    .toList());
        }
    }

    /** Forward passes of a round. */
    public int passesOfARound() {
        return MOST_PASSES_OF_A_ROUND - (strongest.isEmpty() ? 2 : 0);
    }

    /** So many rounds; asked for once. The draws of a random set follow one another. */
    public List<Pass> rounds(int rounds) {
        List<Pass> passes = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            for (double share : SHARES) {
                Pass pass = new Pass(Purpose.RANDOM_SET, sets.next(count(share)));
                passes.add(pass);
                passes.add(pass);
            }
            if (!strongest.isEmpty()) {
                passes.add(new Pass(Purpose.STRONGEST, strongest));
                passes.add(new Pass(Purpose.OTHERS, others.next()));
            }
        }
        return passes;
    }

    /** What the map foretells of blocks replaced together, percentage points: the sum of their effects. */
    double foretold(List<Integer> blocks) {
        return blocks.stream().mapToDouble(block -> effects[block]).sum();
    }

    /** The largest effects of either sign, none of them 0. */
    private List<Integer> largest(int count) {
        return IntStream.range(0, effects.length)
                .filter(i -> effects[i] != 0)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -Math.abs(effects[i])))
                .limit(count)
                .toList();
    }

    /** The most negative effects, the most negative first; fewer where fewer are negative. */
    private List<Integer> strongest(int count) {
        return IntStream.range(0, effects.length)
                .filter(i -> effects[i] < 0)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> effects[i]))
                .limit(count)
                .toList();
    }

    private int count(double share) {
        return (int) Math.max(1, Math.round(share * effects.length));
    }
}
