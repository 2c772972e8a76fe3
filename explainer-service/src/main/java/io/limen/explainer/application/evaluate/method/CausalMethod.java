package io.limen.explainer.application.evaluate.method;

import io.limen.explainer.application.ExplainCase;
import io.limen.explainer.application.ExplanationOutcome;
import io.limen.explainer.application.ExplanationOutcome.Explained;
import io.limen.explainer.application.ExplanationOutcome.Failed;
import io.limen.explainer.application.ExplanationOutcome.Skipped;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.Progress;
import io.limen.explainer.domain.attribution.BlockEffect;
import io.limen.explainer.domain.attribution.Budget;
import io.limen.explainer.domain.attribution.Explanation;
import io.limen.explainer.domain.attribution.ExplanationSettings;
import io.limen.explainer.domain.intervention.DrawSchedule;
import io.limen.explainer.domain.saliency.BlockRelevance;
import java.util.Optional;

/**
 * Average treatment effects of blocks (PdCR, arXiv 2602.20511) under one of the two schedules; a block's relevance is its effect
 * with the sign turned over, since what supports the region lowers its Dice when it is replaced.
 *
 * @param explain makes the maps
 * @param schedule how draws are spent
 */
public record CausalMethod(ExplainCase explain, DrawSchedule schedule) implements AttributionMethod {

    @Override
    public String name() {
        return schedule.label();
    }

    @Override
    public boolean isRandom() {
        return true;
    }

    @Override
    public Attributed attribute(MethodCase subject, long seed, long budget)
            throws ModelRejectedException, InterruptedException {
        ExplanationSettings settings = new ExplanationSettings(
                subject.grid().blockSize(),
                Math.max(subject.region().height(), subject.region().width()),
                schedule,
                seed,
                new Budget(Math.max(1, budget), Budget.UNLIMITED.maxDuration()));
        ExplanationOutcome outcome = explain.explain(subject.subject(), subject.source(), settings, Progress.SILENT);
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (!(outcome instanceof Explained explained)) {
            throw new ModelRejectedException(
                    outcome instanceof Skipped skipped ? skipped.reason() : ((Failed) outcome).reason());
        }
        Explanation explanation = explained.explanation();
        double[] support = explanation.map().effects().stream()
                .mapToDouble(BlockEffect::ate)
                .map(ate -> 0 - ate)
                .toArray();
        return new Attributed(new BlockRelevance(support), explanation.cost().forwards(), Optional.of(explanation));
    }
}
