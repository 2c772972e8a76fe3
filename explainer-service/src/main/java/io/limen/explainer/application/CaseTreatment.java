package io.limen.explainer.application;

import io.limen.explainer.application.ExplanationOutcome.Explained;
import io.limen.explainer.domain.attribution.AttributionMap;
import io.limen.explainer.domain.attribution.BlockEffect;
import io.limen.explainer.domain.attribution.Explanation;
import io.limen.explainer.domain.attribution.ExplanationSettings;
import io.limen.explainer.domain.attribution.ReferenceMode;
import io.limen.explainer.domain.component.ComponentAnalysis;
import io.limen.explainer.domain.component.ComponentSettings;
import io.limen.explainer.domain.effect.RegionScore;
import io.limen.explainer.domain.faithfulness.joint.MapFaithfulness;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.Window;
import io.limen.explainer.domain.intervention.DrawSchedule;
import io.limen.explainer.domain.intervention.PatchBank;
import io.limen.explainer.domain.strategy.MeasuredEffects;
import io.limen.explainer.domain.strategy.StrategyAnalysis;
import io.limen.explainer.domain.strategy.StrategyFeatures;
import java.util.List;
import java.util.Optional;

/** One case on its way through the use case, stage by stage. Owned by one thread. */
final class CaseTreatment {

    private final CaseToExplain subject;
    private final ModelRepository.RepositoryModel source;
    private final ExplanationSettings settings;
    private final Progress progress;
    private final Reachability reachability;
    private final BudgetMeter meter;

    CaseTreatment(
            CaseToExplain subject,
            ModelRepository.RepositoryModel source,
            ExplanationSettings settings,
            Progress progress,
            Reachability reachability,
            Ticker ticker) {
        this.subject = subject;
        this.source = source;
        this.settings = settings;
        this.progress = progress;
        this.reachability = reachability;
        this.meter = new BudgetMeter(settings.budget(), ticker);
    }

    /** Segments the case, finds what to treat, and explains it if there is something. */
    ExplanationOutcome outcome() throws ModelRejectedException, InterruptedException {
        SegmentedCase segmented = SegmentedCase.of(subject, source.model());
        meter.spend(1);
        Treatment treatment =
                Treatment.plan(subject.region(), segmented.reference().mask(), settings);
        return treatment instanceof Treatment.Planned planned
                ? new Explained(explain(segmented, planned))
                : ((Treatment.Impossible) treatment).outcome();
    }

    /** What the explanation will be called; empty when there is nothing to treat. */
    Optional<String> id() throws ModelRejectedException {
        SegmentedCase segmented = SegmentedCase.of(subject, source.model());
        Treatment treatment =
                Treatment.plan(subject.region(), segmented.reference().mask(), settings);
        if (!(treatment instanceof Treatment.Planned planned)) {
            return Optional.empty();
        }
        PatchBank bank = source.bank(settings.blockSize(), subject.imageSha256());
        return Optional.of(id(segmented, planned, bank));
    }

    private Explanation explain(SegmentedCase segmented, Treatment.Planned planned)
            throws ModelRejectedException, InterruptedException {
        PatchBank bank = source.bank(settings.blockSize(), subject.imageSha256());
        RegionScore score =
                segmented.score(planned.region(), source.model().description().threshold());
        TreatedCase treated =
                new TreatedCase(source.model(), segmented, planned, bank, score, settings.seed(), meter, progress);
        Optional<Instrumentation> network = network(segmented.input());
        ScheduleResult found = estimateEffects(treated);
        AttributionMap map = new AttributionMap(planned.grid(), planned.region(), found.effects());
        StrategyFeatures strategy = perceive(map, segmented.reference().mode());
        boolean exhausted = meter.exhausted();
        Optional<MapFaithfulness> faithfulness = settings.faithfulness() > 0
                ? Optional.of(new FaithfulnessStage(treated, found, settings.faithfulness()).faithfulness())
                : Optional.empty();
        Optional<ComponentAnalysis> components =
                network.isPresent() ? Optional.of(components(treated, network.get(), found.kept())) : Optional.empty();
        return new Explanation(
                id(segmented, planned, bank),
                segmented.input(),
                segmented.prediction(),
                segmented.reference().mask(),
                segmented.reference().mode(),
                score.baselineDice(),
                segmented.deployedAgreement(),
                map,
                found.audit(),
                strategy,
                segmented.traits(planned.region()),
                new Explanation.Cost(meter.forwards(), meter.elapsed(), exhausted, bank.sha256()),
                components,
                faithfulness);
    }

    private ScheduleResult estimateEffects(TreatedCase treated) throws ModelRejectedException, InterruptedException {
        BudgetMeter.Reserve reserve = FaithfulnessStage.reserve(
                settings.budget(),
                settings.faithfulness(),
                treated.planned().grid().size());
        meter.holdBack(reserve);
        ScheduleResult found = settings.schedule() instanceof DrawSchedule.Adaptive adaptive
                ? new AdaptiveStage(treated, adaptive, reachability).result()
                : new PublishedStage(treated, (DrawSchedule.Published) settings.schedule()).result();
        meter.giveBack(reserve);
        return found;
    }

    /** Asked before the map, so that a part of the budget is kept only for what can be measured. */
    private Optional<Instrumentation> network(Image input) {
        Optional<Instrumentation> network =
                settings.components().map(wanted -> source.model().components(input));
        if (network.isPresent() && network.get() instanceof Instrumentation.Instrumented) {
            meter.holdBack();
        }
        return network;
    }

    /** Whatever fails here leaves the map as it is. */
    private ComponentAnalysis components(TreatedCase treated, Instrumentation network, Window kept)
            throws InterruptedException {
        meter.giveBack();
        if (network instanceof Instrumentation.NotInstrumented not) {
            return new ComponentAnalysis.Unavailable(not.reason());
        }
        if (network instanceof Instrumentation.NotThisTime not) {
            return new ComponentAnalysis.NotMeasured(not.reason());
        }
        ComponentSettings wanted = settings.components().orElseThrow();
        Image input = treated.segmented().input();
        try {
            List<Image> donors = source.donorImages(wanted.donors(), subject.imageSha256(), input);
            return new ComponentStage(treated, wanted, donors, kept).analysis((Instrumentation.Instrumented) network);
        } catch (ModelRejectedException e) {
            return new ComponentAnalysis.NotMeasured(e.getMessage());
        }
    }

    private StrategyFeatures perceive(AttributionMap map, ReferenceMode mode) {
        boolean[] significant = new boolean[map.effects().size()];
        for (int i = 0; i < significant.length; i++) {
            significant[i] = map.effects().get(i).significant();
        }
        MeasuredEffects measured = new MeasuredEffects(
                map.effects().stream().mapToDouble(BlockEffect::ate).toArray(),
                map.effects().stream().mapToDouble(BlockEffect::standardError).toArray(),
                significant,
                settings.schedule().tau());
        return new StrategyAnalysis(map.grid(), map.region(), settings.seed())
                .features(measured, mode == ReferenceMode.GROUND_TRUTH, conclusive());
    }

    /** Whether finding nothing means that there is nothing, and not that the draws were too few to tell. */
    private boolean conclusive() {
        return !meter.exhausted() && settings.schedule().targetStandardError().isEmpty();
    }

    private String id(SegmentedCase segmented, Treatment.Planned planned, PatchBank bank) {
        return new ExplanationId(source.model().description(), bank.sha256(), settings)
                .of(subject.imageSha256(), planned.region(), segmented.reference());
    }
}
