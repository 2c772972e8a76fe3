package io.limen.explainer.application;

import io.limen.explainer.domain.effect.Effect;
import io.limen.explainer.domain.effect.EffectMoments;
import io.limen.explainer.domain.effect.RegionScore;
import io.limen.explainer.domain.intervention.Intervention;
import io.limen.explainer.domain.intervention.InterventionPlan;
import java.util.Arrays;
import java.util.List;

/** Makes interventions in batches and scores them. Owned by one thread. */
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

    /** Told of every intervention made, in their order. */
    @FunctionalInterface
    interface Observer {

        /**
         * @param position of the intervention among those asked for
         * @param effect what it did
         * @param output the region's probabilities under it
         */
        void observe(int position, Effect effect, Output output);
    }

    /**
     * The region's probabilities under one intervention.
     *
     * @param probabilities of a batch, [interventions, region height, region width]
     * @param slot which of the batch
     */
    record Output(float[] probabilities, int slot) {}

    /** Some of the interventions asked for, from inclusive to exclusive. */
    @FunctionalInterface
    private interface Slices {
        List<Intervention> slice(long from, long to);
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
        make(plan::slice, plan.size(), owed, meter.forwards() + plan.size(), (position, effect, output) -> {
            int block = plan.blockOf(position);
            moments[block] = moments[block].add(effect);
        });
        return moments;
    }

    /**
     * Makes interventions in their order until they end or the budget does.
     *
     * @param owed how many of them are made whatever the budget says
     * @param expected forward passes that the explanation will have taken in the end, for the progress
     * @return whether all were made
     * @throws InterruptedException when the thread is interrupted; noticed between batches
     */
    boolean make(List<Intervention> interventions, long owed, long expected, Observer observer)
            throws ModelRejectedException, InterruptedException {
        Slices slices = (from, to) -> interventions.subList((int) from, (int) to);
        return make(slices, interventions.size(), owed, expected, observer) == interventions.size();
    }

    private long make(Slices slices, long size, long owed, long expected, Observer observer)
            throws ModelRejectedException, InterruptedException {
        long made = 0;
        while (made < size) {
            int wanted = (int) Math.min(probe.batchSize(), size - made);
            int allowed = meter.allowance(wanted, (int) Math.max(0, Math.min(wanted, owed - made)));
            if (allowed == 0) {
                break;
            }
            float[] probabilities = runBatch(slices.slice(made, made + allowed));
            for (int i = 0; i < allowed; i++) {
                observer.observe(
                        Math.toIntExact(made + i), score.effect(probabilities, i), new Output(probabilities, i));
            }
            made += allowed;
            meter.spend(allowed);
            progress.forwards(meter.forwards(), meter.affordable(expected));
        }
        return made;
    }

    private float[] runBatch(List<Intervention> batch) throws ModelRejectedException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return probe.regionProbabilities(batch);
    }
}
