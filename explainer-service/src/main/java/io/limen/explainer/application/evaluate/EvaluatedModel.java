package io.limen.explainer.application.evaluate;

import io.limen.explainer.application.ModelRepository.RepositoryModel;
import java.util.Optional;

/**
 * A model to evaluate.
 *
 * @param id name and version
 * @param trained as it is
 * @param shuffled with its weights shuffled; empty when that can't be done
 */
public record EvaluatedModel(String id, RepositoryModel trained, Optional<RepositoryModel> shuffled) {}
