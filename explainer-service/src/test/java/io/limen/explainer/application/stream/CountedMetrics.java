package io.limen.explainer.application.stream;

import io.limen.explainer.application.ModelId;
import java.time.Duration;
import java.util.Optional;

/** Counts. */
final class CountedMetrics implements ExplanationMetrics {

    int explained;
    int rejected;
    int released;

    @Override
    public void explained(CaseAttribution attribution, Duration elapsed) {
        explained++;
    }

    @Override
    public void rejected(Rejection rejection, Optional<ModelId> model, Duration elapsed) {
        rejected++;
    }

    @Override
    public void released() {
        released++;
    }
}
