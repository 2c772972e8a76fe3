package io.limen.explainer.application;

import io.limen.explainer.domain.intervention.DrawSchedule;
import io.limen.explainer.domain.quadrature.BlockMean;
import io.limen.explainer.domain.quadrature.DrawAllocation;
import java.util.Arrays;
import java.util.List;

/**
 * How precise a map shall be, and which draws bring it there. With a target of the user's, the root-mean-square standard
 * error over the map. Without one as precise as 50 independent draws of every block would make it, in two senses: the
 * map's summed variance, which draws of the blocks that spread widely bring down, and then, once, every single block that
 * seems to matter, so that a small effect can be told from chance beside large ones.
 *
 * <p>Which blocks those are is decided at one look, when the map is precise enough, and they get a precision whatever their
 * effect turns out to be: looking again and again until something is significant would make chance findings, and intervals
 * too narrow. With one look the intervals of 93 to 98 % of all blocks still hold the truth, whatever it is (simulated with 4
 * to 16 draws before the look and 50 after it).
 *
 * @param schedule the user's wish
 * @param treated all treated blocks, those included that can't reach the region
 * @param mostDraws of one block
 */
record PrecisionGoal(DrawSchedule.Adaptive schedule, int treated, int mostDraws) {

    /** Without a target of the user's, nothing is asked to be more precise than this share of tau. */
    private static final double FINEST_OF_TAU = 0.5;

    /** Standard errors from 0 at which a block is told from chance already; those few draws more would be wasted. */
    private static final double BEYOND_DOUBT = 4;

    /** A round is this share of the draws so far: few looks, and none of them late. */
    private static final double ROUND_SHARE = 0.25;

    /** The smallest round, draws: several batches. */
    private static final int LEAST_ROUND = 64;

    /** Draws of the published schedule per relevant block: what its precision is reckoned from. */
    private static final double PUBLISHED_DRAWS =
            DrawSchedule.Published.asPublished().draws();

    /**
     * The next round towards a map that is precise as a whole.
     *
     * @param means of the blocks so far
     * @param left donors not yet drawn per block
     * @param made draws so far
     * @return further draws per block; all 0 when the map is precise enough
     */
    int[] further(List<BlockMean> means, int[] left, long made) {
        double[] variances = means.stream().mapToDouble(BlockMean::variance).toArray();
        int[] soFar = means.stream().mapToInt(mean -> mean.draws().size()).toArray();
        int round = (int) Math.max(LEAST_ROUND, ROUND_SHARE * made);
        return DrawAllocation.next(variances, soFar, possible(means, left), round, mapTarget(means));
    }

    /**
     * Which blocks seem to matter and could be known better; asked for once, when the map is precise enough.
     *
     * @return per block; none when the user set the target
     */
    boolean[] doubtful(List<BlockMean> means) {
        boolean[] doubtful = new boolean[means.size()];
        for (int i = 0; i < doubtful.length && schedule.targetStandardError().isEmpty(); i++) {
            double standardError = means.get(i).standardError();
            double size = Math.abs(means.get(i).average().mean());
            doubtful[i] = size >= Math.max(schedule.tau(), standardError) && size < BEYOND_DOUBT * standardError;
        }
        return doubtful;
    }

    /**
     * The next round towards some blocks' own precision, at most as many again as each has.
     *
     * @param chosen which blocks
     * @return further draws per block; all 0 when each is as precise as 50 independent draws of it make it, or known to tau / 2
     */
    int[] ofSingleBlocks(List<BlockMean> means, int[] left, boolean[] chosen) {
        int[] further = possible(means, left);
        for (int i = 0; i < further.length; i++) {
            BlockMean mean = means.get(i);
            double target = Math.max(finest(), mean.effectVariance() / PUBLISHED_DRAWS);
            int draws = mean.draws().size();
            double lacking = Math.ceil(draws * (mean.variance() / target - 1));
            further[i] = chosen[i] ? (int) Math.min(further[i], Math.max(0, Math.min(draws, lacking))) : 0;
        }
        return further;
    }

    private int[] possible(List<BlockMean> means, int[] left) {
        int[] possible = new int[left.length];
        Arrays.setAll(
                possible,
                i -> Math.min(
                        left[i], Math.max(0, mostDraws - means.get(i).draws().size())));
        return possible;
    }

    /** Draws that are still needed, if variances fall like 1/draws. */
    long needed(List<BlockMean> means, long made) {
        double roots = means.stream()
                .mapToDouble(
                        mean -> mean.standardError() * Math.sqrt(mean.draws().size()))
                .sum();
        double target = mapTarget(means);
        double inAll = target > 0 ? roots * roots / target : made;
        return (long) Math.max(LEAST_ROUND, Math.min(inAll - made, (double) mostDraws * means.size()));
    }

    /** Sum of variances over the map that is precise enough, percentage points squared. */
    private double mapTarget(List<BlockMean> means) {
        if (schedule.targetStandardError().isPresent()) {
            double standardError = schedule.targetStandardError().getAsDouble();
            return standardError * standardError * treated;
        }
        return Math.max(
                finest() * treated,
                means.stream().mapToDouble(BlockMean::effectVariance).sum() / PUBLISHED_DRAWS);
    }

    private double finest() {
        double finest = FINEST_OF_TAU * schedule.tau();
        return finest * finest;
    }
}
