package io.limen.producer.application;

/** An image that its store did not take because it is away, or stays busy; it will hardly take the next one. */
public final class ImageStoreAwayException extends ImageNotKeptException {

    private static final long serialVersionUID = 1;

    public ImageStoreAwayException(String message, Throwable cause) {
        super(message, cause);
    }
}
