package io.limen.producer.client;

/** A case that the intake does not have, as far as is known; the message is one line. Ends futures, is thrown nowhere. */
public final class NotTakenException extends Exception {

    private static final long serialVersionUID = 1;

    NotTakenException(String message) {
        super(message);
    }
}
