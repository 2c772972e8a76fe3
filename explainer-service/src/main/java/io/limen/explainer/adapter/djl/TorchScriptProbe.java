package io.limen.explainer.adapter.djl;

import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.SegmentationModel;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.intervention.Intervention;
import java.util.List;

/**
 * Interventions on one image, a batch at a time. The masks of its outputs depend on the interventions alone: an output that
 * rounding could decide is made again, by itself and in plain order.
 */
final class TorchScriptProbe implements SegmentationModel.Probe {

    private final TorchNetwork model;
    private final Image image;
    private final RegionOfInterest region;
    private final int size;
    private final BatchPlan plan;
    private final FittingBatches passes;
    private final Doubt doubt;
    private Batch batch;
    private float[] unperturbed;

    TorchScriptProbe(
            TorchNetwork model,
            Image image,
            RegionOfInterest region,
            Batch batch,
            BatchPlan plan,
            FittingBatches passes) {
        this.model = model;
        this.image = image;
        this.region = region;
        this.size = region.bounds().area();
        this.batch = batch;
        this.plan = plan.atMost(passes.most());
        this.passes = passes;
        this.doubt = new Doubt(model.description().threshold());
    }

    @Override
    public int batchSize() {
        return plan.images();
    }

    @Override
    public float[] regionProbabilities(List<Intervention> interventions) throws ModelRejectedException {
        if (batch == null || interventions.isEmpty() || interventions.size() > batch.slots()) {
            throw new IllegalArgumentException("regionProbabilities: " + interventions.size() + " interventions, "
                    + (batch == null ? "closed" : "at most " + batch.slots()));
        }
        batch.treat(interventions);
        float[] all = passes.run(
                interventions.size(),
                plan.images(),
                size,
                (from, images) -> model.forward(batch, from, plan.atMost(images), region));
        if (!plan.equals(BatchPlan.CANONICAL)) {
            settleDoubts(all);
        }
        return all;
    }

    private void settleDoubts(float[] all) throws ModelRejectedException {
        for (int start = 0; start < all.length; start += size) {
            if (doubt.near(all, start, size) && doubt.remains(all, start, unperturbed())) {
                float[] settled = model.forward(batch, start / size, BatchPlan.CANONICAL, region);
                System.arraycopy(settled, 0, all, start, settled.length);
            }
        }
    }

    private float[] unperturbed() throws ModelRejectedException {
        if (unperturbed == null) {
            unperturbed = model.alone(image, region);
        }
        return unperturbed;
    }

    @Override
    public void close() {
        if (batch != null) {
            batch.close();
            batch = null;
            model.giveBackFreePages();
        }
    }
}
