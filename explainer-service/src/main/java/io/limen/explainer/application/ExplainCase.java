package io.limen.explainer.application;

import io.limen.explainer.domain.attribution.ExplanationSettings;

/** The use case: one case in, its causal explanation out. Stateless; used by several threads at a time. */
public interface ExplainCase {

    /**
     * Explains a case. Ends early, with a {@code Failed} outcome, when the thread is interrupted between two batches.
     *
     * @param subject the case
     * @param source the model and its donors
     * @param settings what the user chose
     * @param progress told after every batch
     */
    ExplanationOutcome explain(
            CaseToExplain subject,
            ModelRepository.RepositoryModel source,
            ExplanationSettings settings,
            Progress progress);
}
