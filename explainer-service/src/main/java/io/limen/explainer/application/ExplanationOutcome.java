package io.limen.explainer.application;

import io.limen.explainer.domain.attribution.Explanation;

/** What became of a case. */
public sealed interface ExplanationOutcome {

    /** The case was explained. */
    record Explained(Explanation explanation) implements ExplanationOutcome {}

    /** There is nothing to explain, for instance no foreground; {@code reason} is one line. */
    record Skipped(String reason) implements ExplanationOutcome {}

    /** The case or the model does not work; {@code reason} is one line. */
    record Failed(String reason) implements ExplanationOutcome {}
}
