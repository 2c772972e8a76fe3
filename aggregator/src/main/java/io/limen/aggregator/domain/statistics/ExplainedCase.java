package io.limen.aggregator.domain.statistics;

import java.time.Instant;
import java.util.Optional;

/**
 * The case that an explanation is of.
 *
 * @param caseId at most {@value #MAX_LENGTH} characters
 * @param studyId pseudonym of the study the case belongs to, 1 to {@value #MAX_LENGTH} characters; empty when it came without one
 * @param segmentedAt event time, from 1970 to 9999: intervals of it can be counted and written
 */
public record ExplainedCase(String caseId, Optional<String> studyId, Instant segmentedAt) {

    /** As the explainer allows: keeps what is remembered of a case small. */
    public static final int MAX_LENGTH = 200;

    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    public ExplainedCase {
        if (segmentedAt.isBefore(Instant.EPOCH) || !segmentedAt.isBefore(END)) {
            throw new IllegalArgumentException("segmentedAt of " + segmentedAt + ": before 1970 or after 9999");
        }
        if (caseId.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("caseId of " + caseId.length() + " characters");
        }
        studyId.ifPresent(study -> {
            if (study.isEmpty() || study.length() > MAX_LENGTH) {
                throw new IllegalArgumentException("studyId of " + study.length() + " characters");
            }
        });
    }
}
