package io.limen.explainer.application;

/** A model that can't be used for a case; the message is one line for a person and names no path the user did not give. */
public class ModelRejectedException extends Exception {

    private static final long serialVersionUID = 1;

    public ModelRejectedException(String message) {
        super(message);
    }

    public ModelRejectedException(String message, Throwable cause) {
        super(message, cause);
    }
}
