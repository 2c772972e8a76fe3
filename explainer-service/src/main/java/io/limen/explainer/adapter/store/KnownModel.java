package io.limen.explainer.adapter.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.ModelRepository;
import io.limen.explainer.application.RepositoryUnavailableException;
import io.limen.explainer.application.SegmentationModel;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.intervention.PatchBank;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A model that was loaded from a repository: when its bank can't be read, that will pass.
 *
 * @param stored the model and its bank
 * @param bank the bank's folder, which was there when the model was loaded
 */
record KnownModel(StoredModel stored, Path bank) implements ModelRepository.RepositoryModel {

    /** Whether files could not be read, other than for what they hold. */
    static boolean isIoError(ModelRejectedException rejection) {
        return rejection.getCause() instanceof IOException
                && !(rejection.getCause() instanceof JsonProcessingException);
    }

    @Override
    public SegmentationModel model() {
        return stored.model();
    }

    @Override
    public PatchBank bank(int blockSize, String excludedImageSha256) throws ModelRejectedException {
        return whileReadable(() -> stored.bank(blockSize, excludedImageSha256));
    }

    @Override
    public List<Image> donorImages(int count, String excludedImageSha256, Image like) throws ModelRejectedException {
        return whileReadable(() -> stored.donorImages(count, excludedImageSha256, like));
    }

    /** Reads the bank. */
    @FunctionalInterface
    private interface Reading<T> {
        T read() throws ModelRejectedException;
    }

    private <T> T whileReadable(Reading<T> reading) throws ModelRejectedException {
        try {
            return reading.read();
        } catch (ModelRejectedException e) {
            if (isIoError(e) || !Files.isDirectory(bank)) {
                throw new RepositoryUnavailableException(
                        "the model repository can't be read now: " + e.getMessage(), e);
            }
            throw e;
        }
    }
}
