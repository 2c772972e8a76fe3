package io.limen.producer.application;

import io.limen.producer.domain.identity.Sha256;
import java.net.URI;

/** Port: where images go that are too large for a record. */
public interface ImageStore {

    /**
     * Keeps a file under its digest.
     *
     * @return where the explainer finds it
     */
    URI keep(byte[] png, Sha256 sha256);
}
