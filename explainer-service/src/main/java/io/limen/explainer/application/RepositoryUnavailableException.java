package io.limen.explainer.application;

/** The model repository can't be read now: a passing fault of the machine, never the model's or the case's own; one line. */
public final class RepositoryUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public RepositoryUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
