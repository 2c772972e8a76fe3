package io.limen.explainer.application;

import io.limen.explainer.application.ExplanationOutcome.Explained;
import io.limen.explainer.application.ExplanationOutcome.Failed;
import io.limen.explainer.domain.attribution.AttributionMap;
import io.limen.explainer.domain.attribution.BlockEffect;
import io.limen.explainer.domain.attribution.Explanation;
import io.limen.explainer.domain.attribution.ExplanationSettings;
import io.limen.explainer.domain.attribution.ReferenceMode;
import io.limen.explainer.domain.effect.RegionScore;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.Mask;
import io.limen.explainer.domain.intervention.DonorChoice;
import io.limen.explainer.domain.intervention.DrawSchedule;
import io.limen.explainer.domain.intervention.PatchBank;
import io.limen.explainer.domain.strategy.StrategyAnalysis;
import io.limen.explainer.domain.strategy.StrategyFeatures;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The use case: one case in, its causal explanation out. Stateless; used by several threads at a time. */
public final class ExplainCase {

    private final InstantSource clock;

    /**
     * @param clock measures what an explanation took, and its wall-clock budget
     */
    public ExplainCase(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Explains a case. Ends early, with a {@code Failed} outcome, when the thread is interrupted between two batches; the
     * thread stays interrupted.
     *
     * @param subject the case
     * @param source the model and its donors
     * @param settings what the user chose
     * @param progress told after every batch
     */
    public ExplanationOutcome explain(
            CaseToExplain subject,
            ModelRepository.RepositoryModel source,
            ExplanationSettings settings,
            Progress progress) {
        try {
            Optional<String> mismatch = maskOfAnotherSize(subject);
            return mismatch.isPresent() ? new Failed(mismatch.get()) : treat(subject, source, settings, progress);
        } catch (ModelRejectedException e) {
            return new Failed(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Failed("interrupted");
        }
    }

    private ExplanationOutcome treat(
            CaseToExplain subject,
            ModelRepository.RepositoryModel source,
            ExplanationSettings settings,
            Progress progress)
            throws ModelRejectedException, InterruptedException {
        BudgetMeter meter = new BudgetMeter(settings.budget(), clock);
        SegmentedCase segmented = SegmentedCase.of(subject, source.model());
        meter.spend(1);
        Treatment treatment =
                Treatment.plan(subject.region(), segmented.reference().mask(), settings);
        if (treatment instanceof Treatment.Impossible impossible) {
            return impossible.outcome();
        }
        Treatment.Planned planned = (Treatment.Planned) treatment;
        PatchBank bank = source.bank(settings.blockSize(), subject.imageSha256());
        RegionScore score =
                segmented.score(planned.region(), source.model().description().threshold());
        List<BlockEffect> effects;
        try (SegmentationModel.Probe probe = source.model().probe(segmented.input(), planned.region(), bank)) {
            effects = effects(planned, settings, bank, new ForwardPasses(probe, score, meter, progress));
        }
        AttributionMap map = new AttributionMap(planned.grid(), planned.region(), effects);
        String id = new ExplanationId(source.model().description(), bank.sha256(), settings)
                .of(subject.imageSha256(), planned.region(), segmented.reference());
        return new Explained(new Explanation(
                id,
                segmented.input(),
                segmented.prediction(),
                segmented.reference().mask(),
                segmented.reference().mode(),
                score.baselineDice(),
                segmented.deployedAgreement(),
                map,
                strategy(map, segmented.reference().mode(), settings.seed()),
                new Explanation.Cost(meter.forwards(), meter.elapsed(), meter.exhausted(), bank.sha256())));
    }

    private static List<BlockEffect> effects(
            Treatment.Planned planned, ExplanationSettings settings, PatchBank bank, ForwardPasses passes)
            throws ModelRejectedException, InterruptedException {
        DonorChoice donors = new DonorChoice(settings.seed(), bank.size());
        // the only schedule there is; the compiler complains here when there are more
        DrawSchedule.Published published = (DrawSchedule.Published) settings.schedule();
        return new PublishedRun(planned.blocks(), published, donors).effects(passes);
    }

    private static StrategyFeatures strategy(AttributionMap map, ReferenceMode mode, long seed) {
        double[] ate = map.effects().stream().mapToDouble(BlockEffect::ate).toArray();
        boolean[] significant = new boolean[ate.length];
        for (int i = 0; i < significant.length; i++) {
            significant[i] = map.effects().get(i).significant();
        }
        return new StrategyAnalysis(map.grid(), map.region(), seed)
                .features(ate, significant, mode == ReferenceMode.GROUND_TRUTH);
    }

    private static Optional<String> maskOfAnotherSize(CaseToExplain subject) {
        return subject.deployedMask()
                .flatMap(mask -> mismatch("mask", mask, subject.image()))
                .or(() -> subject.groundTruth().flatMap(mask -> mismatch("ground truth", mask, subject.image())));
    }

    private static Optional<String> mismatch(String name, Mask mask, Image image) {
        return mask.height() == image.height() && mask.width() == image.width()
                ? Optional.empty()
                : Optional.of("the " + name + " is " + mask.height() + "x" + mask.width() + ", its image "
                        + image.height() + "x" + image.width());
    }
}
