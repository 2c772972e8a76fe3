package io.limen.explainer.adapter.djl;

import io.limen.explainer.application.ImageProbe;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.RegionOfInterest;
import java.util.List;

/** Whole images through a model, as many at a time as interventions on blocks are run. */
final class TorchImageProbe implements ImageProbe {

    private final TorchNetwork model;
    private final Image like;
    private final RegionOfInterest region;
    private final FittingBatches passes;
    private final BatchPlan plan;

    TorchImageProbe(TorchNetwork model, Image like, RegionOfInterest region, FittingBatches passes) {
        this.model = model;
        this.like = like;
        this.region = region;
        this.passes = passes;
        this.plan = model.knownPlan(like);
    }

    @Override
    public int batchSize() {
        return plan.images();
    }

    @Override
    public float[] regionProbabilities(List<Image> images) throws ModelRejectedException {
        for (Image image : images) {
            if (image.height() != like.height()
                    || image.width() != like.width()
                    || image.channels() != like.channels()) {
                throw new IllegalArgumentException("regionProbabilities: " + image.height() + "x" + image.width()
                        + " among images of " + like.height() + "x" + like.width());
            }
        }
        if (images.isEmpty()) {
            throw new IllegalArgumentException("regionProbabilities: no image");
        }
        try (Batch batch = model.batches().of(images)) {
            return passes.run(
                    images.size(),
                    plan.images(),
                    region.bounds().area(),
                    (from, some) -> model.forward(batch, from, plan.atMost(some), region));
        }
    }

    @Override
    public void close() {
        model.giveBackFreePages();
    }
}
