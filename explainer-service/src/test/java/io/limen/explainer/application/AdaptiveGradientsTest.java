package io.limen.explainer.application;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.limen.explainer.domain.attribution.Budget;
import io.limen.explainer.domain.attribution.Explanation;
import io.limen.explainer.domain.attribution.ExplanationSettings;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.ProbabilityMap;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.intervention.DrawSchedule.Adaptive;
import io.limen.explainer.domain.intervention.PatchBank;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AdaptiveGradientsTest {

    private final FunctionModel model =
            new FunctionModel(Scene.bank(), 8, Scene.fillingRegion(Scene.meanOfBlock(0, 0)));

    @Test
    void modelWhoseGradientFailsIsExplainedAsOneThatHasNone() {
        Explanation without = explain(model);
        Explanation failing = explain(new FailingGradients());

        assertEquals(without.map().effects(), failing.map().effects());
        assertEquals(
                without.cost().forwards() + RegionGradients.FORWARDS_PER_ROW,
                failing.cost().forwards());
    }

    private static Explanation explain(ModelRepository.RepositoryModel source) {
        ExplanationSettings settings =
                new ExplanationSettings(Scene.BLOCK, 16, Adaptive.asPreciseAsPublished(), 42, Budget.UNLIMITED);
        return Scene.explained(new ExplainCase(Scene.STOPPED)
                .explain(Scene.subject(Scene.grayImage()), source, settings, Progress.SILENT));
    }

    /** The model, but its gradient is not finite at this image. */
    private final class FailingGradients implements SegmentationModel, ModelRepository.RepositoryModel {

        @Override
        public SegmentationModel model() {
            return this;
        }

        @Override
        public PatchBank bank(int blockSize, String excludedImageSha256) {
            return model.bank(blockSize, excludedImageSha256);
        }

        @Override
        public ModelDescription description() {
            return model.description();
        }

        @Override
        public ProbabilityMap segment(Image image) {
            return model.segment(image);
        }

        @Override
        public Probe probe(Image image, RegionOfInterest region, PatchBank donors) {
            return model.probe(image, region, donors);
        }

        @Override
        public Optional<RegionGradients> gradients(Image image, RegionOfInterest region) {
            return Optional.of(new RegionGradients() {
                @Override
                public float[][] of(float[][] weights) throws ModelRejectedException {
                    throw new ModelRejectedException("the model's gradient is not finite");
                }

                @Override
                public void close() {
                    // nothing is held
                }
            });
        }
    }
}
