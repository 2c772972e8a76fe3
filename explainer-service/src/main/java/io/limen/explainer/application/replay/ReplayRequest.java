package io.limen.explainer.application.replay;

import io.limen.explainer.application.ModelId;
import java.time.Duration;
import java.util.Optional;

/**
 * What is to be found.
 *
 * @param explanationId 64 lower-case hexadecimal digits
 * @param model narrows the search to the partition of this version's records; empty: all are read
 * @param patience how long the search may take
 */
public record ReplayRequest(String explanationId, Optional<ModelId> model, Duration patience) {

    public ReplayRequest {
        if (!explanationId.matches("[0-9a-f]{64}") || patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("ReplayRequest: " + explanationId.length() + " characters, " + patience);
        }
    }
}
