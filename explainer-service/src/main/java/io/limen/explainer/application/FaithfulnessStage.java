package io.limen.explainer.application;

import io.limen.explainer.domain.attribution.BlockEffect;
import io.limen.explainer.domain.attribution.Budget;
import io.limen.explainer.domain.faithfulness.joint.Agreement.Reason;
import io.limen.explainer.domain.faithfulness.joint.JointObservations;
import io.limen.explainer.domain.faithfulness.joint.JointPlan;
import io.limen.explainer.domain.faithfulness.joint.MapFaithfulness;
import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.RegionOfInterest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * How far the finished map foretells what happens when several of its blocks are replaced at once: as many rounds as a part of what
 * the map took pays for, at least the fewest that say anything. Whatever fails here leaves the map as it is.
 *
 * @param subject the case
 * @param map what the schedule found
 * @param most passes at most
 */
record FaithfulnessStage(TreatedCase subject, ScheduleResult map, int most) {

    /** A twelfth of what the map took, or of its budget: 8 %. */
    private static final int PART = 12;

    /** Passes, of the larger rounds. */
    private static final int LEAST = JointPlan.LEAST_ROUNDS * JointPlan.MOST_PASSES_OF_A_ROUND;

    /** What is kept of a budget for it: nothing where a twelfth buys too little, or the grid has too few blocks. */
    static BudgetMeter.Reserve reserve(Budget budget, int most, int blocks) {
        long part = budget.maxForwards() / PART;
        return most == 0 || part < LEAST || blocks < JointPlan.LEAST_BLOCKS
                ? new BudgetMeter.Reserve(0, Duration.ZERO)
                : new BudgetMeter.Reserve(
                        Math.min(most, part), budget.maxDuration().dividedBy(PART));
    }

    MapFaithfulness faithfulness() throws InterruptedException {
        List<BlockEffect> reaching =
                map.effects().stream().filter(effect -> !effect.isUnreachable()).toList();
        if (reaching.size() < JointPlan.LEAST_BLOCKS) {
            return MapFaithfulness.unmeasured(0, Reason.TOO_FEW_BLOCKS);
        }
        List<Block> blocks = reaching.stream().map(BlockEffect::block).toList();
        double[] effects = reaching.stream().mapToDouble(BlockEffect::ate).toArray();
        return measured(new JointPlan(blocks, effects, subject.seed()), blocks);
    }

    /** So that a budget of forward passes ends at the same one whatever the size of batches. */
    private int affordable(int least) {
        long spent = subject.meter().forwards();
        long wanted = Math.max(least, Math.min(most, spent / PART));
        return (int) (subject.meter().affordable(spent + wanted) - spent);
    }

    private MapFaithfulness measured(JointPlan plan, List<Block> blocks) throws InterruptedException {
        int ofARound = plan.passesOfARound();
        int least = JointPlan.LEAST_ROUNDS * ofARound;
        if (most < least || !subject.meter().affords(least)) {
            return MapFaithfulness.unmeasured(0, Reason.BUDGET);
        }
        List<JointPlan.Pass> passes = plan.rounds(affordable(least) / ofARound);
        Image part = subject.segmented().input().crop(map.kept());
        RegionOfInterest region = subject.planned().region().seenFrom(map.kept());
        List<Block> seen =
                blocks.stream().map(block -> block.seenFrom(map.kept())).toList();
        long before = subject.meter().forwards();
        try (JointPasses made = new JointPasses(subject, part, region)) {
            double[] changes = made.changes(passes, seen);
            int whole = changes.length / ofARound * ofARound;
            if (whole < least) {
                return MapFaithfulness.unmeasured(changes.length, Reason.BUDGET);
            }
            return new JointObservations(
                            plan,
                            passes.subList(0, whole),
                            Arrays.copyOf(changes, whole),
                            subject.score().baselineDice(),
                            changes.length < passes.size())
                    .faithfulness();
        } catch (ModelRejectedException e) {
            return MapFaithfulness.unmeasured((int) (subject.meter().forwards() - before), Reason.MODEL);
        }
    }
}
