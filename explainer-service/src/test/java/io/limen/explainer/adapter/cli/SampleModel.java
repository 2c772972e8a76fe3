package io.limen.explainer.adapter.cli;

import io.limen.explainer.application.ModelDescription;
import io.limen.explainer.application.ModelRepository.RepositoryModel;
import io.limen.explainer.application.SampleCase;
import io.limen.explainer.application.SegmentationModel;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.ProbabilityMap;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.intervention.PatchBank;

/** A model that is described and never run. */
final class SampleModel implements RepositoryModel, SegmentationModel {

    @Override
    public SegmentationModel model() {
        return this;
    }

    @Override
    public ModelDescription description() {
        return SampleCase.model();
    }

    @Override
    public PatchBank bank(int blockSize, String excludedImageSha256) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ProbabilityMap segment(Image image) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Probe probe(Image image, RegionOfInterest region, PatchBank bank) {
        throw new UnsupportedOperationException();
    }
}
