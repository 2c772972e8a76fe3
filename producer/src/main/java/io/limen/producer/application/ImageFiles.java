package io.limen.producer.application;

import io.limen.producer.domain.image.Mask;
import java.nio.file.Path;

/** Port: decoding of files that nobody has checked. */
public interface ImageFiles {

    /** The image in a file. */
    Reading<ImageFile> readImage(Path file);

    /** The mask in a file. */
    Reading<Mask> readMask(Path file);
}
