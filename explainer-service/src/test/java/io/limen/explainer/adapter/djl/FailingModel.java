package io.limen.explainer.adapter.djl;

import io.limen.explainer.application.ModelDescription;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.SegmentationModel;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.ProbabilityMap;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.image.Window;
import io.limen.explainer.domain.intervention.Intervention;
import io.limen.explainer.domain.intervention.PatchBank;
import java.time.Duration;
import java.util.List;

/** A model that fails in one of its forward passes, as when memory runs out for a moment. */
final class FailingModel implements SegmentationModel {

    private final SegmentationModel model;
    private final int failing;
    private int passes;

    /** @param failing the pass that fails, from 1 on */
    FailingModel(SegmentationModel model, int failing) {
        this.model = model;
        this.failing = failing;
    }

    boolean failed() {
        return passes >= failing;
    }

    private void pass() throws ModelRejectedException {
        passes++;
        if (passes == failing) {
            throw new ModelRejectedException("out of memory");
        }
    }

    @Override
    public ModelDescription description() {
        return model.description();
    }

    @Override
    public ProbabilityMap segment(Image image) throws ModelRejectedException {
        pass();
        return model.segment(image);
    }

    @Override
    public boolean reachedFromOutside(Image image, RegionOfInterest region, Window kept) throws ModelRejectedException {
        pass();
        return model.reachedFromOutside(image, region, kept);
    }

    @Override
    public Probe probe(Image image, RegionOfInterest region, PatchBank bank) {
        return probe(image, region, bank, Duration.ZERO);
    }

    @Override
    public Probe probe(Image image, RegionOfInterest region, PatchBank bank, Duration preparation) {
        Probe probe = model.probe(image, region, bank, preparation);
        return new Probe() {
            @Override
            public int batchSize() {
                return probe.batchSize();
            }

            @Override
            public float[] regionProbabilities(List<Intervention> interventions) throws ModelRejectedException {
                pass();
                return probe.regionProbabilities(interventions);
            }

            @Override
            public void close() {
                probe.close();
            }
        };
    }
}
