package io.limen.explainer.application.evaluate;

import io.limen.explainer.application.ImageProbe;
import io.limen.explainer.application.Instrumentation;
import io.limen.explainer.application.ModelDescription;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.ModelRepository.RepositoryModel;
import io.limen.explainer.application.RegionGradients;
import io.limen.explainer.application.SegmentationModel;
import io.limen.explainer.application.evaluate.method.MethodCase;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.ProbabilityMap;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.image.Window;
import io.limen.explainer.domain.intervention.PatchBank;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A model that takes half of one region of one case for foreground: its threshold is the median of its output there. With shuffled
 * weights most networks segment nothing or everything; nothing could then be seen of what their output depends on.
 *
 * @param source the model and its donors
 * @param threshold the median, in (0,1)
 */
record HalvedModel(RepositoryModel source, double threshold) implements RepositoryModel, SegmentationModel {

    /** @throws ModelRejectedException when the model's output is the same all over the region */
    static HalvedModel of(RepositoryModel source, MethodCase subject) throws ModelRejectedException {
        float[] inside =
                source.model().segment(subject.input()).crop(subject.region()).probabilities();
        Arrays.sort(inside);
        double middle = (inside[(inside.length - 1) / 2] + (double) inside[inside.length / 2]) / 2;
        if (inside[0] == inside[inside.length - 1] || !(middle > 0 && middle < 1)) {
            throw new ModelRejectedException("the shuffled model's output is the same all over the region");
        }
        return new HalvedModel(source, middle);
    }

    @Override
    public SegmentationModel model() {
        return this;
    }

    @Override
    public PatchBank bank(int blockSize, String excludedImageSha256) throws ModelRejectedException {
        return source.bank(blockSize, excludedImageSha256);
    }

    @Override
    public ModelDescription description() {
        ModelDescription its = source.model().description();
        return new ModelDescription(
                its.id(), its.sha256(), its.inputSize(), its.channels(), its.normalisation(), its.output(), threshold);
    }

    @Override
    public ProbabilityMap segment(Image image) throws ModelRejectedException {
        return source.model().segment(image);
    }

    @Override
    public Probe probe(Image image, RegionOfInterest region, PatchBank bank) {
        return source.model().probe(image, region, bank);
    }

    @Override
    public Probe probe(Image image, RegionOfInterest region, PatchBank bank, Duration preparation) {
        return source.model().probe(image, region, bank, preparation);
    }

    @Override
    public ImageProbe images(Image like, RegionOfInterest region) {
        return source.model().images(like, region);
    }

    @Override
    public boolean reachedFromOutside(Image image, RegionOfInterest region, Window kept) throws ModelRejectedException {
        return source.model().reachedFromOutside(image, region, kept);
    }

    @Override
    public Optional<RegionGradients> gradients(Image image, RegionOfInterest region) {
        return source.model().gradients(image, region);
    }

    @Override
    public Instrumentation components(Image image) {
        return source.model().components(image);
    }

    @Override
    public List<Image> donorImages(int count, String excludedImageSha256, Image like) throws ModelRejectedException {
        return source.donorImages(count, excludedImageSha256, like);
    }
}
