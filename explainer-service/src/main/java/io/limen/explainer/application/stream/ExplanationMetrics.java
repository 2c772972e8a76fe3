package io.limen.explainer.application.stream;

import io.limen.explainer.application.ModelId;
import java.time.Duration;
import java.util.Optional;

/** Port: what is counted. Safe for use by several threads. */
public interface ExplanationMetrics {

    /** A case was explained and published. */
    void explained(CaseAttribution attribution, Duration elapsed);

    /**
     * A case was rejected.
     *
     * @param model empty unless the repository has it: a name that is only claimed must not become a metric's tag
     */
    void rejected(Rejection rejection, Optional<ModelId> model, Duration elapsed);

    /** A case was given back undone. */
    void released();
}
