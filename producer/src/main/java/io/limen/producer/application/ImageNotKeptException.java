package io.limen.producer.application;

/** An image that its store did not take; the message is one line for a person. Others may pass. */
public class ImageNotKeptException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ImageNotKeptException(String message, Throwable cause) {
        super(message, cause);
    }
}
