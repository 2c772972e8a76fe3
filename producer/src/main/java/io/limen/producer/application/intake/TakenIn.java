package io.limen.producer.application.intake;

import io.limen.producer.domain.identity.CaseId;
import java.util.Objects;

/** What became of a case that somebody brought. */
public sealed interface TakenIn {

    /**
     * The broker has it.
     *
     * @param id the case
     * @param withGroundTruth whether a human's mask went along
     */
    record Published(CaseId id, boolean withGroundTruth) implements TakenIn {

        public Published {
            Objects.requireNonNull(id, "id");
        }
    }

    /**
     * It can't be published, now or later.
     *
     * @param reason one line
     */
    record Unusable(String reason) implements TakenIn {}

    /** Its idempotency key came with another content before. */
    record KeyReused() implements TakenIn {}

    /**
     * It may be published later: it is not known whether the broker has it.
     *
     * @param reason one line
     */
    record Unavailable(String reason) implements TakenIn {}
}
