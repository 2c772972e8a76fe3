package io.limen.explainer.application;

/** Port: images that a record carries by reference. */
public interface ImageStore {

    /**
     * The bytes of the image.
     *
     * @param uri where it lies, as it came with the record: hostile until checked
     * @param sha256 what its bytes must hash to, 64 hexadecimal digits
     * @throws MissingImageException when it is not there
     * @throws UnavailableImageException when it is not allowed, too large, or not what was hashed
     * @throws ImageStoreUnavailableException when the store can't be read now
     */
    byte[] read(String uri, String sha256) throws UnavailableImageException;

    /** An image that can't be had; the message is one line for a person. */
    class UnavailableImageException extends Exception {

        private static final long serialVersionUID = 1;

        public UnavailableImageException(String message) {
            super(message);
        }

        public UnavailableImageException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** An image that is not there: perhaps not yet. */
    final class MissingImageException extends UnavailableImageException {

        private static final long serialVersionUID = 1;

        public MissingImageException(String message) {
            super(message);
        }
    }
}
