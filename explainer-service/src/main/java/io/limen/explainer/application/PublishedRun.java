package io.limen.explainer.application;

import io.limen.explainer.domain.attribution.BlockEffect;
import io.limen.explainer.domain.attribution.ScreeningAudit;
import io.limen.explainer.domain.effect.EffectMoments;
import io.limen.explainer.domain.effect.PublishedEstimate;
import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.Window;
import io.limen.explainer.domain.intervention.DonorChoice;
import io.limen.explainer.domain.intervention.DrawPhase;
import io.limen.explainer.domain.intervention.DrawSchedule;
import io.limen.explainer.domain.intervention.InterventionPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The published schedule on the treated blocks of one case: screening draws for all, fresh draws for the relevant. One
 * screening draw of every block is made whatever the budget says, so that no block is without an estimate.
 *
 * @param blocks the treated blocks, at least one
 * @param schedule the schedule's constants
 * @param donors which donor goes where
 */
record PublishedRun(List<Block> blocks, DrawSchedule.Published schedule, DonorChoice donors) {

    /** The effect of every block, in the blocks' order, and the audit of screening when the budget reaches that far. */
    ScheduleResult result(ForwardPasses passes, BudgetMeter meter, Window whole)
            throws ModelRejectedException, InterruptedException {
        EffectMoments[] screening =
                passes.make(plan(blocks, DrawPhase.SCREENING, schedule.screeningDraws()), blocks.size());
        EffectMoments[] fresh = passes.make(plan(relevant(screening), DrawPhase.ESTIMATION, schedule.draws()), 0);
        List<BlockEffect> effects = PublishedEstimate.effects(estimates(screening, fresh));
        return new ScheduleResult(effects, meter.exhausted() ? Optional.empty() : audit(effects, passes, meter), whole);
    }

    /** Fresh draws that the map does not see: it stays as published. */
    private Optional<ScreeningAudit> audit(List<BlockEffect> effects, ForwardPasses passes, BudgetMeter meter)
            throws ModelRejectedException, InterruptedException {
        List<Integer> dropped = IntStream.range(0, effects.size())
                .filter(i -> effects.get(i).screenedOut())
                .boxed()
                .toList();
        int mattering =
                (int) effects.stream().filter(effect -> effect.ate() != 0).count();
        AuditChoice.Sample sample = new AuditChoice(donors.seed()).choose(dropped, mattering, meter.forwards());
        List<Integer> audited = List.copyOf(sample.audited());
        InterventionPlan fresh =
                plan(audited.stream().map(blocks::get).toList(), DrawPhase.AUDIT, ScreeningAudit.DRAWS);
        if (!meter.affords(fresh.size())) {
            return Optional.empty();
        }
        EffectMoments[] moments = passes.make(fresh, 0);
        return meter.exhausted()
                ? Optional.empty()
                : Optional.of(
                        sample.result(block -> Math.abs(moments[audited.indexOf(block)].mean()) >= schedule.tau()));
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
