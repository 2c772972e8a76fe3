package io.limen.explainer.application.replay;

/** Why an explanation can't be computed again as it was: one line for a person, with nothing of a case in it. */
public final class NotReplayableException extends Exception {

    private static final long serialVersionUID = 1;

    public NotReplayableException(String message) {
        super(message);
    }

    public NotReplayableException(String message, Throwable cause) {
        super(message, cause);
    }
}
