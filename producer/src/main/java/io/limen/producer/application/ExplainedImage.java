package io.limen.producer.application;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Where the image of a case lies.
 *
 * @param file the file
 * @param frame which of its images, from 0
 */
public record ExplainedImage(Path file, int frame) {

    public ExplainedImage {
        Objects.requireNonNull(file, "file");
        if (frame < 0) {
            throw new IllegalArgumentException("ExplainedImage: frame " + frame);
        }
    }
}
