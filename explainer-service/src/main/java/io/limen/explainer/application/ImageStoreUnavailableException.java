package io.limen.explainer.application;

/** The store of images can't be read now: a passing fault of the infrastructure, never the case's own; one line. */
public final class ImageStoreUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ImageStoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    public ImageStoreUnavailableException(String message) {
        super(message);
    }
}
