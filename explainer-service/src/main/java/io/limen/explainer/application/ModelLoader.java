package io.limen.explainer.application;

import java.nio.file.Path;

/** Port: makes a model file ready to run. */
public interface ModelLoader {

    /**
     * Loads a model file whose SHA-256 was checked.
     *
     * @param file the model file
     * @param description what is known of it
     * @return a model that several threads may use at a time; its memory is released when nobody holds it any more
     * @throws ModelRejectedException when the file is no model, or a damaged one
     */
    SegmentationModel load(Path file, ModelDescription description) throws ModelRejectedException;

    /**
     * Loads a model file with the values of every weight tensor in random places: what is left when all that was learnt is gone.
     *
     * @param seed of the shuffling
     * @throws ModelRejectedException when the file is no model, or nothing of it can be shuffled
     */
    default SegmentationModel loadShuffled(Path file, ModelDescription description, long seed)
            throws ModelRejectedException {
        throw new ModelRejectedException("the weights of this kind of model can't be shuffled");
    }
}
