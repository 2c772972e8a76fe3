package io.limen.explainer.application.stream;

import java.time.Instant;
import java.util.Optional;

/** One record that a {@link CaseQueue} handed out; its outcome is still open. */
public interface Delivery {

    /** What the record says. */
    Content content();

    /** How often the record was handed out, this time included: 1 or more, more than 1 when it was not finished before. */
    int number();

    /** When the record was published, by the clock of whoever did; empty when that is not known. */
    default Optional<Instant> publishedAt() {
        return Optional.empty();
    }

    /** Where the record lies; empty when the queue does not tell. */
    default Optional<SourceRecord> lies() {
        return Optional.empty();
    }

    /** What a record says: a case, or nothing that can be read. */
    sealed interface Content {

        /** The record is a case. */
        record Readable(IncomingCase subject) implements Content {}

        /** The record is no case; {@code reason} is one line without anything of the record in it. */
        record Unreadable(String reason) implements Content {}
    }
}
