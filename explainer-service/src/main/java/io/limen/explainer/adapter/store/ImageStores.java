package io.limen.explainer.adapter.store;

import io.limen.explainer.application.ImageStore;
import java.util.Locale;
import java.util.Optional;

/**
 * The store that a reference is for.
 *
 * @param folders for file: references
 * @param bucket for s3: references; empty when none was given
 */
public record ImageStores(ImageStore folders, Optional<ImageStore> bucket) implements ImageStore {

    @Override
    public byte[] read(String uri, String sha256) throws UnavailableImageException {
        String scheme = uri.substring(0, Math.max(0, uri.indexOf(':'))).toLowerCase(Locale.ROOT);
        return switch (scheme) {
            case "file" -> folders.read(uri, sha256);
            case "s3" ->
                bucket.orElseThrow(() -> new UnavailableImageException(
                                "the explainer was given no object store (limen.images.s3.location)"))
                        .read(uri, sha256);
            default -> throw new UnavailableImageException("an image reference must be a file: or s3: URI");
        };
    }
}
