package io.limen.explainer.application.evaluate;

import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.ModelRepository.RepositoryModel;
import io.limen.explainer.application.SegmentationModel;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.intervention.DonorHalf;
import io.limen.explainer.domain.intervention.PatchBank;
import java.util.List;

/** A model with the donors of one half of its bank alone. */
record HalfOfBank(RepositoryModel whole, DonorHalf half) implements RepositoryModel {

    @Override
    public SegmentationModel model() {
        return whole.model();
    }

    @Override
    public PatchBank bank(int blockSize, String excludedImageSha256) throws ModelRejectedException {
        return whole.bank(blockSize, excludedImageSha256, half);
    }

    @Override
    public List<Image> donorImages(int count, String excludedImageSha256, Image like) throws ModelRejectedException {
        return whole.donorImages(count, excludedImageSha256, like);
    }
}
