package io.limen.producer.application;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Where the image of a case lies.
 *
 * @param file the file
 * @param frame which of its images, from 0
 * @param instance what the file called itself when it was read
 */
public record ExplainedImage(Path file, int frame, String instance) {

    public ExplainedImage {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(instance, "instance");
        if (frame < 0) {
            throw new IllegalArgumentException("ExplainedImage: frame " + frame);
        }
    }
}
