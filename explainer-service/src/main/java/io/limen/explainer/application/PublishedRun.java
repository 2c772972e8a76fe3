package io.limen.explainer.application;

import io.limen.explainer.domain.attribution.BlockEffect;
import io.limen.explainer.domain.effect.EffectMoments;
import io.limen.explainer.domain.effect.PublishedEstimate;
import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.intervention.DonorChoice;
import io.limen.explainer.domain.intervention.DrawPhase;
import io.limen.explainer.domain.intervention.DrawSchedule;
import io.limen.explainer.domain.intervention.InterventionPlan;
import java.util.ArrayList;
import java.util.List;

/**
 * The published schedule on the treated blocks of one case: screening draws for all, fresh draws for the relevant. One
 * screening draw of every block is made whatever the budget says, so that no block is without an estimate.
 *
 * @param blocks the treated blocks, at least one
 * @param schedule the schedule's constants
 * @param donors which donor goes where
 */
record PublishedRun(List<Block> blocks, DrawSchedule.Published schedule, DonorChoice donors) {

    /** The effect of every block, in the blocks' order. */
    List<BlockEffect> effects(ForwardPasses passes) throws ModelRejectedException, InterruptedException {
        EffectMoments[] screening =
                passes.make(plan(blocks, DrawPhase.SCREENING, schedule.screeningDraws()), blocks.size());
        EffectMoments[] fresh = passes.make(plan(relevant(screening), DrawPhase.ESTIMATION, schedule.draws()), 0);
        return PublishedEstimate.effects(estimates(screening, fresh));
    }

    private InterventionPlan plan(List<Block> some, DrawPhase phase, int draws) {
        return new InterventionPlan(some, phase, draws, donors);
    }

    private List<Block> relevant(EffectMoments[] screening) {
        List<Block> relevant = new ArrayList<>();
        for (int i = 0; i < screening.length; i++) {
            if (PublishedEstimate.relevant(screening[i], schedule.tau())) {
                relevant.add(blocks.get(i));
            }
        }
        return relevant;
    }

    private List<PublishedEstimate> estimates(EffectMoments[] screening, EffectMoments[] fresh) {
        List<PublishedEstimate> estimates = new ArrayList<>(blocks.size());
        int next = 0;
        for (int i = 0; i < screening.length; i++) {
            boolean relevant = PublishedEstimate.relevant(screening[i], schedule.tau());
            EffectMoments own = relevant ? fresh[next++] : EffectMoments.NONE;
            estimates.add(PublishedEstimate.of(blocks.get(i), screening[i], own, schedule.tau()));
        }
        return estimates;
    }
}
