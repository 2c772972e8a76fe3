package io.limen.producer.domain.explanation;

import io.limen.producer.domain.deployment.Deployment;
import io.limen.producer.domain.identity.CaseId;
import io.limen.producer.domain.image.Area;
import java.time.Instant;
import java.util.Objects;

/**
 * The causal explanation of one case.
 *
 * @param id identity of the explanation, 64 hexadecimal digits
 * @param caseId the case that it explains
 * @param deployment the model, and where it runs
 * @param region the region whose segmentation is explained, pixels of the model's output
 * @param map effects of the blocks
 * @param explainedAt when
 */
public record Explanation(
        String id, CaseId caseId, Deployment deployment, Area region, BlockMap map, Instant explainedAt) {

    public Explanation {
        if (!id.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("Explanation: an id that is no SHA-256");
        }
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(deployment, "deployment");
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(map, "map");
        Objects.requireNonNull(explainedAt, "explainedAt");
    }
}
