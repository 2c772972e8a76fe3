package io.limen.explainer.application;

import io.limen.explainer.application.AdaptiveRun.Blocks;
import io.limen.explainer.domain.attribution.BlockEffect;
import io.limen.explainer.domain.attribution.ScreeningAudit;
import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.intervention.DrawSchedule;
import io.limen.explainer.domain.quadrature.MapEffects;
import io.limen.explainer.domain.surrogate.RegionOutput;
import io.limen.explainer.domain.surrogate.SoftDice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The adaptive schedule on one case: what can't reach the region is put aside, the rest is treated on the part of the image
 * that matters.
 *
 * @param subject the case
 * @param schedule how precise the map shall be
 * @param reachability what can reach the region
 */
record AdaptiveStage(TreatedCase subject, DrawSchedule.Adaptive schedule, Reachability reachability) {

    /** Predicted effects that are kept in memory, sixteen bytes each: those of 8,000 blocks, an image of 700x700. */
    private static final long MOST_PREDICTIONS = 8_000_000;

    ScheduleResult result() throws ModelRejectedException, InterruptedException {
        ProbedCase whole = new ProbedCase(
                subject.segmented().input(),
                subject.planned().region(),
                subject.planned().blocks());
        ReachableCase reachable = reachability.reachable(subject.model(), whole, subject.bank(), subject.meter());
        subject.meter().charge(reachable.forwards());
        List<BlockEffect> effects = new ArrayList<>();
        reachable.unreachable().forEach(block -> effects.add(BlockEffect.unreachable(block)));
        Optional<ScreeningAudit> audit = Optional.of(new ScreeningAudit(0, 0, 0, 0));
        if (!reachable.probed().blocks().isEmpty()) {
            List<Block> reaching = reaching(reachable);
            AdaptiveRun.Result result = run(
                    reachable.probed(),
                    new Blocks(
                            subject.planned().grid(),
                            reaching,
                            reachable.probed().blocks(),
                            subject.planned().blocks().size()));
            effects.addAll(MapEffects.of(reaching, result.means(), result.screenedOut()::contains));
            audit = result.audit();
        }
        effects.sort(Comparator.comparingInt(effect -> effect.block().index()));
        return new ScheduleResult(effects, audit, reachable.kept());
    }

    /** The blocks that can reach the region, as they lie in the whole input. */
    private List<Block> reaching(ReachableCase reachable) {
        return reachable.probed().blocks().stream()
                .map(block -> subject.planned().grid().block(block.index()))
                .toList();
    }

    private AdaptiveRun.Result run(ProbedCase probed, Blocks blocks)
            throws ModelRejectedException, InterruptedException {
        RegionOutput output = subject.output();
        Optional<RegionGradients> gradients = gradients(probed);
        try (SegmentationModel.Probe probe = subject.model()
                .probe(
                        probed.image(),
                        probed.region(),
                        subject.bank(),
                        subject.meter().preparation(probed.blocks().size()))) {
            ForwardPasses passes = new ForwardPasses(probe, subject.score(), subject.meter(), subject.progress());
            Optional<Surrogates> surrogates =
                    gradients.map(open -> new Surrogates(open, output, probed, subject.bank(), subject.meter()));
            Predictions predictions = new Predictions(surrogates, new SoftDice(output));
            return new AdaptiveRun(subject, schedule, blocks, passes, predictions).result();
        } finally {
            gradients.ifPresent(RegionGradients::close);
        }
    }

    private Optional<RegionGradients> gradients(ProbedCase probed) {
        long effects = (long) probed.blocks().size() * subject.bank().size();
        return effects <= MOST_PREDICTIONS && subject.meter().affords(RegionGradients.FORWARDS_PER_ROW)
                ? subject.model().gradients(probed.image(), probed.region())
                : Optional.empty();
    }
}
