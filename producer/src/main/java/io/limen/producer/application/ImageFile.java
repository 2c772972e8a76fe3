package io.limen.producer.application;

import io.limen.producer.domain.image.Pixels;
import java.util.Objects;
import java.util.Optional;

/**
 * A decoded image file.
 *
 * @param pixels the image
 * @param jpeg the file's own JPEG data with every piece of metadata left out, if it is a JPEG that decodes to the same
 *     pixels; not changed by anyone
 */
public record ImageFile(Pixels pixels, Optional<byte[]> jpeg) {

    public ImageFile {
        Objects.requireNonNull(pixels, "pixels");
        Objects.requireNonNull(jpeg, "jpeg");
    }
}
