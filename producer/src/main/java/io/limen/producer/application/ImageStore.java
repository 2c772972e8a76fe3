package io.limen.producer.application;

import io.limen.producer.domain.identity.Sha256;
import java.net.URI;

/** Port: where images go that are too large for a record. */
public interface ImageStore extends AutoCloseable {

    /**
     * Keeps a file under its digest. One that is there already counts as new from now on.
     *
     * @return where the explainer finds it
     * @throws ImageStoreAwayException when the store did not answer in some tries
     * @throws ImageNotKeptException when the store does not take it
     */
    URI keep(byte[] png, Sha256 sha256);

    /** Lets connections go. */
    @Override
    default void close() {}
}
