package io.limen.explainer.application;

import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.intervention.DonorHalf;
import io.limen.explainer.domain.intervention.PatchBank;
import java.util.List;

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

        /**
         * The same from one half of the bank's images.
         *
         * @throws ModelRejectedException when there is no bank, or nothing is left of that half
         */
        default PatchBank bank(int blockSize, String excludedImageSha256, DonorHalf half)
                throws ModelRejectedException {
            throw new ModelRejectedException("this model's bank can't be divided");
        }

        /**
         * Whole images of the model's bank, at the model's input size, spread evenly over the bank in the order of its names: the
         * same every time.
         *
         * @param count the most images
         * @param excludedImageSha256 an image that must not donate: the one explained
         * @param like for models that take images of any size: donors of another size than this image are left out
         * @return as many as there are; none when the source has no images
         * @throws ModelRejectedException when there is no bank, or it can't be read
         * @throws RepositoryUnavailableException when the bank can't be read now
         */
        default List<Image> donorImages(int count, String excludedImageSha256, Image like)
                throws ModelRejectedException {
            return List.of();
        }
    }
}
