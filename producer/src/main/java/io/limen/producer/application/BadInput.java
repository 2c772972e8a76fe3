package io.limen.producer.application;

/** What the user asked for can't be done as it was asked. The message is the one line that the user sees. */
public final class BadInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A line for the user. */
    public BadInput(String line) {
        super(line);
    }
}
