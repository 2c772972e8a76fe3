package io.limen.explainer.adapter.djl;

import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.SegmentationModel;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.intervention.Intervention;
import io.limen.explainer.domain.intervention.PatchBank;
import java.util.List;

/** Interventions on one image, a batch at a time, in one piece of memory. */
final class TorchScriptProbe implements SegmentationModel.Probe {

    private final TorchScriptModel model;
    private final Image image;
    private final RegionOfInterest region;
    private final PatchBank bank;
    private final int batchSize;
    private BatchBuffer batch;

    TorchScriptProbe(TorchScriptModel model, Image image, RegionOfInterest region, PatchBank bank, int batchSize) {
        this.model = model;
        this.image = image;
        this.region = region;
        this.bank = bank;
        this.batchSize = batchSize;
        this.batch = model.batch(image, batchSize);
    }

    @Override
    public int batchSize() {
        return batchSize;
    }

    @Override
    public float[] regionProbabilities(List<Intervention> interventions) throws ModelRejectedException {
        if (batch == null || interventions.isEmpty() || interventions.size() > batchSize) {
            throw new IllegalArgumentException("regionProbabilities: " + interventions.size() + " interventions, "
                    + (batch == null ? "closed" : "at most " + batchSize));
        }
        int slot = 0;
        for (Intervention intervention : interventions) {
            batch.treat(slot++, intervention.block(), bank.patches().get(intervention.donor()), bank.blockSize());
        }
        return model.forward(batch, image, interventions.size(), region);
    }

    @Override
    public void close() {
        if (batch != null) {
            model.release(batch);
            batch = null;
        }
    }
}
