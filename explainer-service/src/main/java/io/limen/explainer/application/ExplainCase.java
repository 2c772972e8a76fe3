package io.limen.explainer.application;

import io.limen.explainer.application.ExplanationOutcome.Failed;
import io.limen.explainer.domain.attribution.ExplanationSettings;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.Mask;
import java.util.Optional;

/** The use case: one case in, its causal explanation out. Stateless; used by several threads at a time. */
public final class ExplainCase {

    private final Ticker ticker;
    private final Reachability reachability;

    /**
     * @param ticker measures what an explanation took, and its wall-clock budget
     * @param reachability finds what can reach a region, for the adaptive schedule
     */
    public ExplainCase(Ticker ticker, Reachability reachability) {
        this.ticker = ticker;
        this.reachability = reachability;
    }

    /** Without a look at what can reach a region. */
    public ExplainCase(Ticker ticker) {
        this(ticker, Reachability.EVERYTHING);
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
        Optional<String> mismatch = maskOfAnotherSize(subject);
        if (mismatch.isPresent()) {
            return new Failed(mismatch.get());
        }
        try {
            return new CaseTreatment(subject, source, settings, progress, reachability, ticker).outcome();
        } catch (ModelRejectedException e) {
            return new Failed(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Failed("interrupted");
        }
    }

    /**
     * The id that the explanation will have, for the price of one forward pass.
     *
     * @return empty when there is nothing to explain
     * @throws ModelRejectedException when the model or its donors can't be used
     */
    public Optional<String> idOf(
            CaseToExplain subject, ModelRepository.RepositoryModel source, ExplanationSettings settings)
            throws ModelRejectedException {
        return maskOfAnotherSize(subject).isPresent()
                ? Optional.empty()
                : new CaseTreatment(subject, source, settings, Progress.SILENT, reachability, ticker).id();
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
