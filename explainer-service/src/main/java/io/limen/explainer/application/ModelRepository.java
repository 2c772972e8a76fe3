package io.limen.explainer.application;

import io.limen.explainer.domain.intervention.PatchBank;

/** Port: where models come from. */
public interface ModelRepository {

    /**
     * The model, loaded and checked; loaded at most once per file, and again when the file changed.
     *
     * @throws ModelRejectedException when it is unknown, corrupt, or its description is wrong
     * @throws RepositoryUnavailableException when the repository can't be read now
     */
    RepositoryModel find(ModelId id) throws ModelRejectedException;

    /** A model with the donors that its description names. */
    interface RepositoryModel {

        SegmentationModel model();

        /**
         * Donor patches at the model's scale from the model's bank.
         *
         * @param blockSize side of a patch in pixels
         * @param excludedImageSha256 an image that must not donate: the one explained
         * @throws ModelRejectedException when there is no bank, or nothing is left of it
         * @throws RepositoryUnavailableException when the bank can't be read now
         */
        PatchBank bank(int blockSize, String excludedImageSha256) throws ModelRejectedException;
    }
}
