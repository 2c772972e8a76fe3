package io.limen.producer.domain.result;

import io.limen.producer.domain.deployment.Deployment;
import io.limen.producer.domain.identity.CaseId;
import io.limen.producer.domain.identity.StudyPseudonym;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * One image that a deployed model segmented, ready to publish.
 *
 * @param id identity of the case
 * @param study pseudonym of its study
 * @param deployment which model, where
 * @param image the image
 * @param masks its masks
 * @param segmentedAt when
 * @param attributes free attributes for grouping
 */
public record SegmentedCase(
        CaseId id,
        StudyPseudonym study,
        Deployment deployment,
        CaseImage image,
        CaseMasks masks,
        Instant segmentedAt,
        Map<String, String> attributes) {

    public SegmentedCase {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(study, "study");
        Objects.requireNonNull(deployment, "deployment");
        Objects.requireNonNull(image, "image");
        Objects.requireNonNull(masks, "masks");
        Objects.requireNonNull(segmentedAt, "segmentedAt");
        attributes = Map.copyOf(attributes);
    }
}
