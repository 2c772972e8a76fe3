package io.limen.explainer.application.stream;

import java.util.ArrayList;
import java.util.List;

/** Remembers what was published; may be away for a while, or refuse. */
final class FakeAttributions implements Attributions {

    final List<String> published = new ArrayList<>();
    int failures;
    boolean refusing;
    Error error;
    Runnable whenAway = () -> {};

    @Override
    public void publish(CaseAttribution attribution) throws RefusedException {
        if (refusing) {
            throw new RefusedException("too large", new IllegalStateException());
        }
        if (error != null) {
            throw error;
        }
        if (failures-- > 0) {
            whenAway.run();
            throw new StreamUnavailableException("away", new IllegalStateException());
        }
        published.add(attribution.identity().caseId());
    }
}
