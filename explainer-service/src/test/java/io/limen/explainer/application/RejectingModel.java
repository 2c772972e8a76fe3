package io.limen.explainer.application;

import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.ProbabilityMap;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.intervention.Intervention;
import io.limen.explainer.domain.intervention.PatchBank;
import java.util.List;

/** A model that works up to a stage and is rejected there. */
record RejectingModel(FunctionModel working, Stage stage)
        implements SegmentationModel, ModelRepository.RepositoryModel {

    enum Stage {
        SEGMENT,
        BANK,
        INTERVENE
    }

    @Override
    public SegmentationModel model() {
        return this;
    }

    @Override
    public PatchBank bank(int blockSize, String excludedImageSha256) throws ModelRejectedException {
        rejectAt(Stage.BANK);
        return working.bank(blockSize, excludedImageSha256);
    }

    @Override
    public ModelDescription description() {
        return working.description();
    }

    @Override
    public ProbabilityMap segment(Image image) throws ModelRejectedException {
        rejectAt(Stage.SEGMENT);
        return working.segment(image);
    }

    @Override
    public Probe probe(Image image, RegionOfInterest region, PatchBank bank) {
        Probe probe = working.probe(image, region, bank);
        return new Probe() {
            @Override
            public int batchSize() {
                return probe.batchSize();
            }

            @Override
            public float[] regionProbabilities(List<Intervention> interventions) throws ModelRejectedException {
                rejectAt(Stage.INTERVENE);
                return probe.regionProbabilities(interventions);
            }

            @Override
            public void close() {
                probe.close();
            }
        };
    }

    private void rejectAt(Stage here) throws ModelRejectedException {
        if (here == stage) {
            throw new ModelRejectedException("rejected at " + stage);
        }
    }
}
