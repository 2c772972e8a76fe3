package io.limen.explainer.application.evaluate;

import io.limen.explainer.application.ModelRepository.RepositoryModel;
import io.limen.explainer.domain.faithfulness.CauseRule;
import java.util.Optional;

/**
 * A model to evaluate.
 *
 * @param id name and version
 * @param trained as it is
 * @param shuffled with its weights shuffled; empty when that can't be done
 * @param cause where its cause lies, if one was planted
 */
public record EvaluatedModel(String id, RepositoryModel trained, Optional<RepositoryModel> shuffled, CauseRule cause) {}
