package io.limen.explainer.application.stream;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What tells a case apart; none of it identifies a patient, none of it is logged.
 *
 * @param caseId unique in the stream, 1 to 200 characters, none that controls how others are shown
 * @param studyId pseudonym of the study, as caseId
 * @param site where the model runs, as caseId
 * @param segmentedAt when the model segmented the image
 * @param attributes free attributes for grouping, at most 64 of at most 1,000 characters each
 */
public record CaseIdentity(
        String caseId, Optional<String> studyId, String site, Instant segmentedAt, Map<String, String> attributes) {

    private static final int MAX_ID_LENGTH = 200;
    private static final int MAX_ATTRIBUTES = 64;
    private static final int MAX_ATTRIBUTE_LENGTH = 1000;

    public CaseIdentity {
        requireText("caseId", caseId);
        studyId.ifPresent(study -> requireText("studyId", study));
        requireText("site", site);
        attributes = Map.copyOf(attributes);
        if (attributes.size() > MAX_ATTRIBUTES) {
            throw new IllegalArgumentException("more than " + MAX_ATTRIBUTES + " attributes: " + attributes.size());
        }
        attributes.forEach((key, value) -> {
            if (key.length() > MAX_ATTRIBUTE_LENGTH || value.length() > MAX_ATTRIBUTE_LENGTH) {
                throw new IllegalArgumentException(
                        "an attribute has more than " + MAX_ATTRIBUTE_LENGTH + " characters");
            }
        });
    }

    /** The value itself is not in the message: it may be anything. */
    private static void requireText(String field, String value) {
        if (value.isBlank() || value.length() > MAX_ID_LENGTH) {
            throw new IllegalArgumentException(
                    field + " must have 1 to " + MAX_ID_LENGTH + " characters, has " + value.length());
        }
        if (!value.codePoints().allMatch(PlainText::isPlain)) {
            throw new IllegalArgumentException(field + " holds control characters");
        }
    }
}
