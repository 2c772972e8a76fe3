package io.limen.explainer.application;

import io.limen.explainer.domain.effect.EffectMoments;
import io.limen.explainer.domain.effect.RegionScore;
import io.limen.explainer.domain.intervention.Intervention;
import io.limen.explainer.domain.intervention.InterventionPlan;
import java.util.Arrays;
import java.util.List;

/** Makes the interventions of a plan in batches and gathers their effects per block. Owned by one thread. */
final class ForwardPasses {

    private final SegmentationModel.Probe probe;
    private final RegionScore score;
    private final BudgetMeter meter;
    private final Progress progress;

    ForwardPasses(SegmentationModel.Probe probe, RegionScore score, BudgetMeter meter, Progress progress) {
        this.probe = probe;
        this.score = score;
        this.meter = meter;
        this.progress = progress;
    }

    /**
     * Makes the plan's interventions in their order until it ends or the budget does. The moments of a block depend on
     * how many of its draws were made, never on how they were batched.
     *
     * @param owed interventions that are made whatever the budget says, counted from the plan's start
     * @return moments per block of the plan, in its order
     * @throws InterruptedException when the thread is interrupted; noticed between batches
     */
    EffectMoments[] make(InterventionPlan plan, long owed) throws ModelRejectedException, InterruptedException {
        EffectMoments[] moments = new EffectMoments[plan.blocks().size()];
        Arrays.fill(moments, EffectMoments.NONE);
        long expected = meter.forwards() + plan.size();
        long made = 0;
        while (made < plan.size()) {
            int wanted = (int) Math.min(probe.batchSize(), plan.size() - made);
            int allowed = meter.allowance(wanted, (int) Math.max(0, Math.min(wanted, owed - made)));
            if (allowed == 0) {
                break;
            }
            float[] probabilities = runBatch(plan.slice(made, made + allowed));
            for (int i = 0; i < allowed; i++) {
                int block = plan.blockOf(made + i);
                moments[block] = moments[block].add(score.effect(probabilities, i));
            }
            made += allowed;
            meter.spend(allowed);
            progress.forwards(meter.forwards(), meter.affordable(expected));
        }
        return moments;
    }

    private float[] runBatch(List<Intervention> batch) throws ModelRejectedException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return probe.regionProbabilities(batch);
    }
}
