package io.limen.explainer.application;

import io.limen.explainer.application.AdaptiveRun.Blocks;
import io.limen.explainer.application.AdaptiveRun.Result;
import io.limen.explainer.domain.attribution.BlockEffect;
import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.intervention.DrawSchedule;
import io.limen.explainer.domain.quadrature.MapEffects;
import io.limen.explainer.domain.surrogate.RegionOutput;
import io.limen.explainer.domain.surrogate.SoftDice;
import java.util.List;
import java.util.Optional;

/**
 * The adaptive schedule on one case, from its support to its map.
 *
 * @param subject the case
 * @param schedule how precise the map shall be
 */
record AdaptiveStage(TreatedCase subject, DrawSchedule.Adaptive schedule) {

    ScheduleResult result() throws ModelRejectedException, InterruptedException {
        List<Block> blocks = subject.planned().blocks();
        Blocks reaching = new Blocks(subject.planned().grid(), blocks, blocks, blocks.size());
        Result result = run(reaching);
        List<BlockEffect> effects = MapEffects.of(
                reaching.reaching(), result.means(), mean -> AdaptiveRun.screenedOut(mean, schedule.tau()));
        return new ScheduleResult(effects, result.audit());
    }

    private Result run(Blocks blocks) throws ModelRejectedException, InterruptedException {
        RegionOutput output = subject.output();
        Optional<RegionGradients> gradients = subject.model()
                .gradients(subject.segmented().input(), subject.planned().region());
        try (SegmentationModel.Probe probe = subject.model()
                .probe(subject.segmented().input(), subject.planned().region(), subject.bank())) {
            ForwardPasses passes = new ForwardPasses(probe, subject.score(), subject.meter(), subject.progress());
            Optional<Surrogates> surrogates = gradients.map(open -> new Surrogates(
                    open, output, subject.segmented().input(), subject.bank(), blocks.reaching(), subject.meter()));
            return new AdaptiveRun(
                            schedule,
                            subject.seed(),
                            blocks,
                            subject.bank(),
                            passes,
                            subject.meter(),
                            surrogates,
                            new SoftDice(output))
                    .result();
        } finally {
            gradients.ifPresent(RegionGradients::close);
        }
    }
}
