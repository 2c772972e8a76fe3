package io.limen.explainer.application;

import java.nio.file.Path;
import java.util.Optional;

/** The use case: a model file and a folder of donor images become one version of a model in a repository. */
public interface RegisterModel {

    /**
     * Tries the model on images of its bank, then adds it to the repository in one step; an existing version stays.
     *
     * @return the description as written, with the model's SHA-256 and the kind of output that was found
     * @throws ModelRejectedException when the version exists, or the model does not work on its bank's images
     */
    ModelDescription register(Registration registration) throws ModelRejectedException;

    /**
     * What is to be registered.
     *
     * @param repository the repository's folder
     * @param modelFile a TorchScript file
     * @param bank a folder of images: referred to when it lies in the repository, else copied
     * @param id name and version
     * @param contract how the model is used
     */
    record Registration(Path repository, Path modelFile, Path bank, ModelId id, Contract contract) {}

    /**
     * How a model is used; the parts of {@link ModelDescription} that a person knows.
     *
     * @param inputSize rows and columns; empty: the image's own size
     * @param channels 1 or 3
     * @param normalisation per channel
     * @param output what the model returns
     * @param threshold foreground is a probability above it, in (0,1)
     */
    record Contract(
            Optional<ModelDescription.InputSize> inputSize,
            int channels,
            ModelDescription.Normalisation normalisation,
            ModelDescription.Output output,
            double threshold) {

        public Contract {
            if (!(threshold > 0 && threshold < 1) || !(channels == 1 || channels == 3)) {
                throw new IllegalArgumentException("Contract: threshold " + threshold + ", channels " + channels);
            }
        }
    }
}
