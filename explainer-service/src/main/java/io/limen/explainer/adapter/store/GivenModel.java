package io.limen.explainer.adapter.store;

import io.limen.explainer.application.ModelDescription;
import io.limen.explainer.application.ModelLoader;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.SegmentationModel;
import java.nio.file.Path;

/**
 * A model that a person named; what is wrong with it is told with the path as it was typed.
 *
 * @param path what was given as {@code --model}
 */
record GivenModel(Path path) {

    /** Loads the model's file. @throws ModelRejectedException naming the option and the path */
    SegmentationModel load(ModelLoader loader, Path file, ModelDescription description) throws ModelRejectedException {
        try {
            return loader.load(file, description);
        } catch (ModelRejectedException e) {
            throw rejected(e);
        }
    }

    /** The rejection with the option and the path before it; a message that starts with the file's name drops the name. */
    ModelRejectedException rejected(ModelRejectedException reason) {
        String message = reason.getMessage();
        String name = path.getFileName() + " ";
        String rest = message.startsWith(name) ? message.substring(name.length()) : message;
        String separator = rest.equals(message) ? ": " : " ";
        return new ModelRejectedException("--model: " + path + separator + rest, reason);
    }
}
