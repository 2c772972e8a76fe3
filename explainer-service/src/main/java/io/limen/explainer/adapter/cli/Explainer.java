package io.limen.explainer.adapter.cli;

import io.limen.explainer.application.CaseToExplain;
import io.limen.explainer.application.ExplanationOutcome;
import io.limen.explainer.application.ModelRepository.RepositoryModel;
import io.limen.explainer.application.Progress;
import io.limen.explainer.domain.attribution.ExplanationSettings;

/** What the command needs of the use case {@code ExplainCase}. */
@FunctionalInterface
public interface Explainer {

    /** Explains a case; ends early when the thread is interrupted. */
    ExplanationOutcome explain(
            CaseToExplain subject, RepositoryModel source, ExplanationSettings settings, Progress progress);
}
