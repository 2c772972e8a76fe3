package io.limen.producer.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.limen.producer.application.intake.TakenIn;
import java.util.OptionalInt;

/**
 * What is answered about a case: its id, or why it has none.
 *
 * @param status of HTTP
 * @param caseId of a case that the broker has
 * @param message one line about any other
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Answer(int status, String caseId, String message) {

    private static final int CREATED = 201;
    private static final int BAD_REQUEST = 400;
    private static final int UNPROCESSABLE = 422;
    private static final int UNAVAILABLE = 503;

    /** A broker that went away is back in seconds or not for long. */
    private static final int RETRY_SECONDS = 5;

    static Answer of(TakenIn outcome) {
        if (outcome instanceof TakenIn.Published published) {
            return new Answer(CREATED, published.id().value(), null);
        }
        if (outcome instanceof TakenIn.Unusable unusable) {
            return unusable(unusable.reason());
        }
        return outcome instanceof TakenIn.Unavailable unavailable
                ? new Answer(UNAVAILABLE, null, unavailable.reason())
                : new Answer(UNPROCESSABLE, null, "this idempotency key came with another content before");
    }

    static Answer unusable(String reason) {
        return new Answer(BAD_REQUEST, null, reason);
    }

    /** After how many seconds the same may be taken. */
    OptionalInt retryAfter() {
        return status == UNAVAILABLE ? OptionalInt.of(RETRY_SECONDS) : OptionalInt.empty();
    }
}
