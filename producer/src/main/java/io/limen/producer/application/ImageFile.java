package io.limen.producer.application;

import io.limen.producer.domain.image.Pixels;
import java.util.Objects;
import java.util.Optional;

/**
 * A decoded image file.
 *
 * @param pixels the image
 * @param ownData the file's own coded data with every piece of metadata left out, if it is a PNG or JPEG that decodes to
 *     the same pixels everywhere; not changed by anyone
 */
public record ImageFile(Pixels pixels, Optional<byte[]> ownData) {

    public ImageFile {
        Objects.requireNonNull(pixels, "pixels");
        Objects.requireNonNull(ownData, "ownData");
    }
}
