package io.limen.explainer.adapter.store;

import io.limen.explainer.application.ModelDescription;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.SegmentationModel;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.ProbabilityMap;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.intervention.PatchBank;

/** Segments everything as background, or refuses. */
record FakeModel(ModelDescription description, String refusal) implements SegmentationModel {

    @Override
    public ProbabilityMap segment(Image image) throws ModelRejectedException {
        if (refusal != null) {
            throw new ModelRejectedException(refusal);
        }
        return new ProbabilityMap(image.height(), image.width(), new float[image.height() * image.width()]);
    }

    @Override
    public Probe probe(Image image, RegionOfInterest region, PatchBank bank) {
        throw new UnsupportedOperationException("a repository does not explain");
    }
}
