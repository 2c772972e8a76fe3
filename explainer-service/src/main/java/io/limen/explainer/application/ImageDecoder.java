package io.limen.explainer.application;

import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.Mask;

/** Port: encoded bytes of any usual format to pixels, within limits of bytes and pixels that are checked before decoding. */
public interface ImageDecoder {

    /**
     * @return RGB
     * @throws UnreadableImageException one clear line
     */
    Image image(byte[] encoded) throws UnreadableImageException;

    /**
     * @return foreground where the value is not 0 (8-bit gray, palette, RGB or 1-bit)
     * @throws UnreadableImageException one clear line
     */
    Mask mask(byte[] encoded) throws UnreadableImageException;

    /** Bytes that are no image, or one beyond the limits. */
    final class UnreadableImageException extends Exception {

        private static final long serialVersionUID = 1;

        public UnreadableImageException(String message) {
            super(message);
        }

        public UnreadableImageException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
