package io.limen.explainer.adapter.cli;

import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.ModelRepository.RepositoryModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the command needs to open the model that the user named. */
@FunctionalInterface
public interface ModelSource {

    /**
     * Loads and checks a model.
     *
     * @param model a TorchScript file, or a folder with model.pt and model.yaml
     * @param bank a folder of images that donate patches; empty: the one that model.yaml names
     * @throws ModelRejectedException when it is corrupt or its description is wrong
     */
    OpenedModel open(Path model, Optional<Path> bank) throws ModelRejectedException;

    /**
     * @param source the model and its donors
     * @param assumptions what was assumed for want of a model.yaml, one line each
     */
    record OpenedModel(RepositoryModel source, List<String> assumptions) {

        public OpenedModel {
            assumptions = List.copyOf(assumptions);
        }
    }
}
