package io.limen.explainer.application.stream;

/** The stream can't be reached now, or not by us: a passing fault of the infrastructure, never the case's own. */
public final class StreamUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public StreamUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
