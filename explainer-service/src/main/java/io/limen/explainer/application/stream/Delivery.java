package io.limen.explainer.application.stream;

/** One record that a {@link CaseQueue} handed out; its outcome is still open. */
public interface Delivery {

    /** What the record says. */
    Content content();

    /** How often the record was handed out, this time included: 1 or more, more than 1 when it was not finished before. */
    int number();

    /** What a record says: a case, or nothing that can be read. */
    sealed interface Content {

        /** The record is a case. */
        record Readable(IncomingCase subject) implements Content {}

        /** The record is no case; {@code reason} is one line without anything of the record in it. */
        record Unreadable(String reason) implements Content {}
    }
}
