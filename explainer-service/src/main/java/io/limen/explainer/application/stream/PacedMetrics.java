package io.limen.explainer.application.stream;

import io.limen.explainer.application.ModelId;
import java.time.Duration;
import java.util.Optional;

/**
 * Tells admissions how long a case keeps its worker, from when it is taken until the stream has its attribution: what is around
 * the explanation counts too, or more would be let in than can be done.
 *
 * @param metrics told as before
 * @param admissions what learns the pace
 */
public record PacedMetrics(ExplanationMetrics metrics, Admissions admissions) implements ExplanationMetrics {

    @Override
    public void explained(CaseAttribution attribution, Duration elapsed) {
        metrics.explained(attribution, elapsed);
        admissions.explained(attribution.relief(), elapsed);
    }

    @Override
    public void rejected(Rejection rejection, Optional<ModelId> model, Duration elapsed) {
        metrics.rejected(rejection, model, elapsed);
    }

    @Override
    public void released() {
        metrics.released();
    }
}
