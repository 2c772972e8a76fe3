package io.limen.explainer.application.evaluate;

import io.limen.explainer.application.CaseToExplain;
import io.limen.explainer.application.ModelDescription;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.ModelRepository.RepositoryModel;
import io.limen.explainer.application.Reference;
import io.limen.explainer.application.SegmentImage;
import io.limen.explainer.application.Ticker;
import io.limen.explainer.application.evaluate.CaseEvaluation.Evaluated;
import io.limen.explainer.application.evaluate.CaseEvaluation.NotEvaluated;
import io.limen.explainer.application.evaluate.EvaluateModels.Contest;
import io.limen.explainer.application.evaluate.judge.CaseJudge;
import io.limen.explainer.application.evaluate.method.AttributionMethod;
import io.limen.explainer.application.evaluate.method.MethodCase;
import io.limen.explainer.domain.effect.Dice;
import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.Mask;
import io.limen.explainer.domain.image.RegionChoice;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.image.Resampling;
import io.limen.explainer.domain.intervention.DonorHalf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Evaluates one model on one case: every method's map, and what each is worth. Stateless; used by several threads at a time. */
final class EvaluateCase {

    /** What the oracle may spend, in budgets of a method. */
    private static final long ORACLE_SHARE = 2;

    private final Contest contest;
    private final EvaluationSettings settings;
    private final Ticker ticker;

    EvaluateCase(Contest contest, EvaluationSettings settings, Ticker ticker) {
        this.contest = contest;
        this.settings = settings;
        this.ticker = ticker;
    }

    /**
     * @param repeated whether maps are made again with another seed and with shuffled weights
     * @throws InterruptedException when the thread is interrupted; noticed between batches
     */
    CaseEvaluation evaluate(EvaluatedModel model, DatasetCase one, boolean repeated) throws InterruptedException {
        try {
            return found(model, one, repeated);
        } catch (ModelRejectedException e) {
            return new NotEvaluated(model.id(), one.name(), e.getMessage());
        }
    }

    private CaseEvaluation found(EvaluatedModel model, DatasetCase one, boolean repeated)
            throws ModelRejectedException, InterruptedException {
        RepositoryModel explained = new HalfOfBank(model.trained(), DonorHalf.ODD);
        Segmented segmented = Segmented.of(one.subject(), explained);
        Optional<RegionOfInterest> region =
                new RegionChoice(settings.regionSize(), settings.blockSize()).choose(segmented.reference());
        if (region.isEmpty()) {
            return new NotEvaluated(model.id(), one.name(), "no foreground");
        }
        MethodCase subject = MethodCase.of(one.subject(), explained, region.get(), settings.blockSize());
        MethodCase judged = subject.with(new HalfOfBank(model.trained(), DonorHalf.EVEN));
        if (subject.score().baselineDice() == 0) {
            return new NotEvaluated(model.id(), one.name(), "the model segments nothing of the region");
        }
        CaseSeeds seeds = new CaseSeeds(settings.seed(), model.id(), one.name());
        Optional<MethodCase> shuffled = repeated ? shuffled(model, subject) : Optional.empty();
        try (CaseJudge judge = new CaseJudge(
                subject, judged.donors(), contest.reachability(), cause(model, one, subject), seeds.of("judge"))) {
            MethodTrial trial = new MethodTrial(subject, shuffled, judge, seeds, settings.budget(), ticker);
            List<MethodScores> scores = new ArrayList<>();
            for (AttributionMethod method : contest.methods()) {
                scores.add(trial.of(method, repeated).scores());
            }
            MethodTrial.Tried best = new MethodTrial(
                            judged, Optional.empty(), judge, seeds, ORACLE_SHARE * settings.budget(), ticker)
                    .of(new Renamed(MethodScores.ORACLE, contest.oracle()), false);
            scores.add(best.scores());
            return new Evaluated(
                    model.id(),
                    one.name(),
                    region.get().bounds(),
                    subject.grid(),
                    subject.blocks().stream().map(Block::index).toList(),
                    segmented.imageDice(),
                    subject.score().baselineDice(),
                    best.explanation().map(made -> Perception.of(made, segmented.objectShare())),
                    scores);
        }
    }

    /** The planted cause in pixels of the model's input. */
    private static Optional<Mask> cause(EvaluatedModel model, DatasetCase one, MethodCase subject) {
        int height = subject.input().height();
        int width = subject.input().width();
        Optional<Mask> marked = one.cause().map(mask -> Resampling.resize(mask, height, width));
        return model.cause().cause(subject.region(), height, width, marked);
    }

    /** Nothing that fails here fails the case. */
    private static Optional<MethodCase> shuffled(EvaluatedModel model, MethodCase subject) {
        try {
            return model.shuffled().isEmpty()
                    ? Optional.empty()
                    : Optional.of(MethodCase.of(
                            subject.withoutTruth(),
                            HalvedModel.of(new HalfOfBank(model.shuffled().get(), DonorHalf.ODD), subject),
                            subject.region(),
                            subject.grid().blockSize()));
        } catch (ModelRejectedException e) {
            return Optional.empty();
        }
    }

    /**
     * A case before its region is known.
     *
     * @param reference of the input's size
     * @param imageDice of the whole image, when there is a ground truth
     */
    private record Segmented(Mask reference, Optional<Double> imageDice) {

        static Segmented of(CaseToExplain subject, RepositoryModel source) throws ModelRejectedException {
            ModelDescription description = source.model().description();
            Image input = SegmentImage.input(subject.image(), description);
            Mask prediction = source.model().segment(input).threshold(description.threshold());
            Mask reference = Reference.of(subject.groundTruth(), prediction).mask();
            return new Segmented(
                    reference,
                    subject.groundTruth()
                            .map(any -> Dice.of(prediction, reference).percent()));
        }

        double objectShare() {
            return (double) reference.area() / reference.foreground().length;
        }
    }
}
