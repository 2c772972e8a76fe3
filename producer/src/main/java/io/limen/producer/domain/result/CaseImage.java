package io.limen.producer.domain.result;

import io.limen.producer.domain.identity.Sha256;
import java.net.URI;
import java.util.Objects;

/** The image of a case: by value, or by reference when it is too large for a record. */
public sealed interface CaseImage {

    /** The most bytes that a record carries by value. */
    int INLINE_LIMIT = 512 * 1024;

    /**
     * By value.
     *
     * @param encoded a PNG or JPEG file without metadata, 1 to {@link #INLINE_LIMIT} bytes
     */
    record Inline(byte[] encoded) implements CaseImage {

        public Inline {
            if (encoded.length == 0 || encoded.length > INLINE_LIMIT) {
                throw new IllegalArgumentException("Inline: " + encoded.length + " bytes");
            }
            encoded = encoded.clone();
        }

        @Override
        public byte[] encoded() {
            return encoded.clone();
        }
    }

    /**
     * By reference.
     *
     * @param uri where the explainer finds the file
     * @param sha256 digest of the file
     */
    record Referenced(URI uri, Sha256 sha256) implements CaseImage {

        public Referenced {
            Objects.requireNonNull(uri, "uri");
            Objects.requireNonNull(sha256, "sha256");
        }
    }
}
