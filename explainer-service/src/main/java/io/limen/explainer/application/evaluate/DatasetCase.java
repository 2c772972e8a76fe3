package io.limen.explainer.application.evaluate;

import io.limen.explainer.application.CaseToExplain;
import io.limen.explainer.domain.image.Mask;
import java.util.Optional;

/**
 * One picture of the data set.
 *
 * @param name its file's name without the ending, unique
 * @param subject image and ground truth
 * @param cause where the true cause is known because it was planted: its pixels, of the image's size
 */
public record DatasetCase(String name, CaseToExplain subject, Optional<Mask> cause) {}
