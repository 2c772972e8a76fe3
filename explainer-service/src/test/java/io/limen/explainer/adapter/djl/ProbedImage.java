package io.limen.explainer.adapter.djl;

import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.SegmentationModel;
import io.limen.explainer.application.SegmentationModel.Probe;
import io.limen.explainer.domain.image.BlockGrid;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.intervention.Intervention;
import io.limen.explainer.domain.intervention.PatchBank;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Many interventions on one image of noise, whose sides are no multiples of the block's. */
final class ProbedImage {

    static final int SIDE = 8;
    static final Image IMAGE = TestModel.noise(37, 51, 3);
    static final RegionOfInterest REGION = new RegionOfInterest(3, 5, 30, 40);

    private ProbedImage() {}

    static PatchBank bank(int donors) {
        List<float[]> patches = new ArrayList<>();
        for (int i = 0; i < donors; i++) {
            patches.add(TestModel.noise(SIDE, SIDE, 100 + i).pixels());
        }
        return new PatchBank(SIDE, 3, patches, "0".repeat(64));
    }

    static List<Intervention> interventions(int count, int donors) {
        BlockGrid grid = new BlockGrid(IMAGE.height(), IMAGE.width(), SIDE);
        Random random = new Random(5);
        List<Intervention> interventions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            interventions.add(new Intervention(grid.block(random.nextInt(grid.size())), random.nextInt(donors)));
        }
        return interventions;
    }

    /** The region's probabilities under every intervention, as many at a time as the probe likes. */
    static float[] probe(SegmentationModel model, PatchBank bank, List<Intervention> interventions)
            throws ModelRejectedException {
        float[] all = new float[interventions.size() * REGION.area()];
        try (Probe probe = model.probe(IMAGE, REGION, bank)) {
            int batch = probe.batchSize();
            for (int from = 0; from < interventions.size(); from += batch) {
                int to = Math.min(interventions.size(), from + batch);
                float[] part = probe.regionProbabilities(interventions.subList(from, to));
                System.arraycopy(part, 0, all, from * REGION.area(), part.length);
            }
        }
        return all;
    }
}
