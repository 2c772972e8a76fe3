package io.limen.producer.adapter.http.events;

/** An event that no case can be made of; the message is one line that names what was found. */
public final class UnusableEventException extends Exception {

    private static final long serialVersionUID = 1;

    UnusableEventException(String message) {
        super(message);
    }
}
