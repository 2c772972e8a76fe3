package io.limen.explainer.application;

/** The store of images can't be read now: a fault that may pass, not of the case's own making; one line. */
public final class ImageStoreUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean ofOneImage;

    public ImageStoreUnavailableException(String message, Throwable cause) {
        this(message, cause, false);
    }

    public ImageStoreUnavailableException(String message) {
        this(message, null);
    }

    private ImageStoreUnavailableException(String message, Throwable cause, boolean ofOneImage) {
        super(message, cause);
        this.ofOneImage = ofOneImage;
    }

    /** The store answers, but not for this image: others need not wait for it for ever. */
    public static ImageStoreUnavailableException ofOneImage(String message, Throwable cause) {
        return new ImageStoreUnavailableException(message, cause, true);
    }

    /** Whether it may be the image's alone. */
    public boolean isOfOneImage() {
        return ofOneImage;
    }
}
