package io.limen.producer.application;

import io.limen.producer.domain.explanation.Explanation;
import java.nio.file.Path;
import java.util.List;

/** Port: writes explanations for clinical systems. */
public interface ClinicalObjects {

    /**
     * Writes what an explanation says of an image.
     *
     * @return the files written
     */
    Reading<List<Path>> write(Explanation explanation, ExplainedImage image);
}
