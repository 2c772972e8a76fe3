package io.limen.aggregator.adapter.dashboard;

import io.limen.schemas.Attribution;
import java.util.Optional;

/** An explanation that the view holds, with its picture. */
record NewestExplanation(ExplanationView view, Optional<Overlay> overlay) {

    static NewestExplanation of(Attribution attribution) {
        Optional<Overlay> overlay = Overlay.of(attribution);
        return new NewestExplanation(ExplanationView.of(attribution, overlay.isPresent()), overlay);
    }
}
