package io.limen.explainer.application.bench;

import io.limen.explainer.application.CaseToExplain;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.ModelRepository.RepositoryModel;

/**
 * One model on one image.
 *
 * @param image the image's name, for the table
 * @param subject the case
 * @param source the model and its donors
 */
public record BenchCase(String image, CaseToExplain subject, RepositoryModel source) {

    /** What is wrong with this case, one line that names it. */
    ModelRejectedException rejected(String reason) {
        return new ModelRejectedException(source.model().description().id() + " on " + image + ": " + reason);
    }
}
