package io.limen.explainer.application.stream;

import io.limen.explainer.application.ModelId;
import java.util.List;

/** Port: the models that a repository holds now. */
@FunctionalInterface
public interface ModelCatalogue {

    /** Name and version of each, in a stable order; empty when there is none, or no repository. */
    List<ModelId> list();
}
