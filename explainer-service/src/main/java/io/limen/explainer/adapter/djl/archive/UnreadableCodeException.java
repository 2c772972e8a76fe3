package io.limen.explainer.adapter.djl.archive;

/** An archive whose code can't be rewritten. */
public final class UnreadableCodeException extends Exception {

    private static final long serialVersionUID = 1;

    /** @param reason one line for a person, without a full stop */
    UnreadableCodeException(String reason) {
        super(reason);
    }
}
