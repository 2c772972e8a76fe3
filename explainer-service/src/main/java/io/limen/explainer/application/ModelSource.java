package io.limen.explainer.application;

import java.nio.file.Path;
import java.util.Optional;

/** Port: a model that a person points at, outside of any repository. */
public interface ModelSource {

    /**
     * The model of a file, or of a folder with a model.yaml.
     *
     * <p>Of a file without a model.yaml beside it this is assumed: RGB in [0,1] at the image's own size, one class,
     * {@link ModelDescription.Output.Kind#AUTO}, threshold 0.5. After the first output {@link
     * SegmentationModel#description()} tells what AUTO became.
     *
     * @param model a model file, or a folder that holds model.yaml and model.pt
     * @param bank a folder of images to take donors from; empty: the one that model.yaml names
     * @throws ModelRejectedException when there is no such model, it does not load, or no bank is named
     */
    ModelRepository.RepositoryModel open(Path model, Optional<Path> bank) throws ModelRejectedException;

    /**
     * The same model with its weights shuffled, see {@link ModelLoader#loadShuffled}.
     *
     * @param seed of the shuffling
     */
    default ModelRepository.RepositoryModel openShuffled(Path model, Optional<Path> bank, long seed)
            throws ModelRejectedException {
        throw new ModelRejectedException("the weights of this kind of model can't be shuffled");
    }
}
