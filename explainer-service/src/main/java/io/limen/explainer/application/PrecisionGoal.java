package io.limen.explainer.application;

import io.limen.explainer.domain.intervention.DrawSchedule;
import io.limen.explainer.domain.quadrature.BlockMean;
import io.limen.explainer.domain.quadrature.DrawAllocation;
import java.util.Arrays;
import java.util.List;

/**
 * How precise a map shall be, and which draws bring it there. With a target of the user's, the root-mean-square standard
 * error over the map. Without one as precise as 50 independent draws of every block would make it, in two senses: the
 * map's summed variance, which draws of the blocks that spread widely bring down, and then every single block that seems to
 * matter, tau and a standard error from 0, unless it does beyond doubt, so that a small effect can be told from chance
 * beside large ones. That second goal is a block's precision and not its significance: drawing until something is
 * significant would make chance findings.
 *
 * @param schedule the user's wish
 * @param treated all treated blocks, those included that can't reach the region
 * @param mostDraws of one block
 */
record PrecisionGoal(DrawSchedule.Adaptive schedule, int treated, int mostDraws) {

    /** Without a target of the user's, nothing is asked to be more precise than this share of tau. */
    private static final double FINEST_OF_TAU = 0.5;

    /**
     * Standard errors from 0 at which a block is told from chance beyond doubt: one effect of 0 in ten thousand gets there,
     * so that looking again and again finds next to none.
     */
    private static final double BEYOND_DOUBT = 4;

    /** A round is this share of the draws so far: few looks, and none of them late. */
    private static final double ROUND_SHARE = 0.25;

    /** The smallest round, draws: several batches. */
    private static final int LEAST_ROUND = 64;

    /** Draws of the published schedule per relevant block: what its precision is reckoned from. */
    private static final double PUBLISHED_DRAWS =
            DrawSchedule.Published.asPublished().draws();

    /**
     * The next round.
     *
     * @param means of the blocks so far
     * @param left donors not yet drawn per block
     * @param made draws so far
     * @return further draws per block; all 0 when the goal is reached
     */
    int[] further(List<BlockMean> means, int[] left, long made) {
        double[] variances = means.stream().mapToDouble(BlockMean::variance).toArray();
        int[] soFar = means.stream().mapToInt(mean -> mean.draws().size()).toArray();
        int[] possible = new int[left.length];
        Arrays.setAll(possible, i -> Math.min(left[i], Math.max(0, mostDraws - soFar[i])));
        int round = (int) Math.max(LEAST_ROUND, ROUND_SHARE * made);
        int[] further = DrawAllocation.next(variances, soFar, possible, round, mapTarget(means));
        return Arrays.stream(further).sum() > 0
                        || schedule.targetStandardError().isPresent()
                ? further
                : ofSingleBlocks(means, possible);
    }

    /** Draws that are still needed, if variances fall like 1/draws. */
    long left(List<BlockMean> means, long made) {
        double roots = means.stream()
                .mapToDouble(
                        mean -> mean.standardError() * Math.sqrt(mean.draws().size()))
                .sum();
        double target = mapTarget(means);
        double needed = target > 0 ? roots * roots / target : made;
        return (long) Math.max(LEAST_ROUND, Math.min(needed - made, (double) mostDraws * means.size()));
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

    /** For each block that matters, as many as bring its variance down to its own target, at most twice those it has. */
    private int[] ofSingleBlocks(List<BlockMean> means, int[] possible) {
        int[] further = new int[possible.length];
        for (int i = 0; i < further.length; i++) {
            BlockMean mean = means.get(i);
            double target = Math.max(finest(), mean.effectVariance() / PUBLISHED_DRAWS);
            double size = Math.abs(mean.average().mean());
            boolean doubtful = size >= Math.max(schedule.tau(), mean.standardError())
                    && size < BEYOND_DOUBT * mean.standardError();
            if (doubtful && mean.variance() > target) {
                int draws = mean.draws().size();
                double lacking = Math.ceil(draws * (mean.variance() / target - 1));
                further[i] = (int) Math.min(possible[i], Math.min(draws, lacking));
            }
        }
        return further;
    }

    private double finest() {
        double finest = FINEST_OF_TAU * schedule.tau();
        return finest * finest;
    }
}
