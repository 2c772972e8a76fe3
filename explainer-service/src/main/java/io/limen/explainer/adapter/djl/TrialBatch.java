package io.limen.explainer.adapter.djl;

import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.domain.image.BlockGrid;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.intervention.Intervention;
import io.limen.explainer.domain.intervention.PatchBank;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Interventions to try plans on: the image that is explained anyway, blocks and donors by chance, the whole output. */
final class TrialBatch implements WarmUp.Trial {

    private final TorchNetwork model;
    private final Image image;
    private final PatchBank bank;
    private final Batch batch;
    private boolean treated;

    TrialBatch(TorchNetwork model, Image image, PatchBank bank, Batch batch) {
        this.model = model;
        this.image = image;
        this.bank = bank;
        this.batch = batch;
    }

    @Override
    public float[] run(int from, BatchPlan plan) throws ModelRejectedException {
        if (!treated) {
            batch.treat(anything());
            treated = true;
        }
        return model.forward(batch, from, plan, new RegionOfInterest(0, 0, image.height(), image.width()));
    }

    private List<Intervention> anything() {
        Random random = new Random(0);
        BlockGrid grid = new BlockGrid(image.height(), image.width(), bank.blockSize());
        List<Intervention> interventions = new ArrayList<>();
        for (int slot = 0; slot < batch.slots(); slot++) {
            interventions.add(new Intervention(grid.block(random.nextInt(grid.size())), random.nextInt(bank.size())));
        }
        return interventions;
    }
}
