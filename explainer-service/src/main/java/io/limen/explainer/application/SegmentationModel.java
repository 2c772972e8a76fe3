package io.limen.explainer.application;

import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.ProbabilityMap;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.intervention.Intervention;
import io.limen.explainer.domain.intervention.PatchBank;
import java.util.List;

/** Port: a loaded model. Used by several threads at a time. */
public interface SegmentationModel {

    /** What the model is. */
    ModelDescription description();

    /**
     * Segments an image of the model's input size.
     *
     * @return the target class's probabilities at the image's size
     * @throws ModelRejectedException when the model refuses the image, or its output has another shape or holds NaN
     */
    ProbabilityMap segment(Image image) throws ModelRejectedException;

    /** Prepares many interventions on one image; owned by one thread, closed after use. */
    Probe probe(Image image, RegionOfInterest region, PatchBank bank);

    /** Runs the model on perturbed copies of one image. */
    interface Probe extends AutoCloseable {

        /** The most interventions worth passing at a time. */
        int batchSize();

        /**
         * The region's probabilities under each intervention, one forward pass each.
         *
         * @param interventions 1 to {@link #batchSize()}
         * @return [interventions, region height, region width], row-major, in [0,1]
         * @throws ModelRejectedException when the output holds NaN or the forward pass fails
         */
        float[] regionProbabilities(List<Intervention> interventions) throws ModelRejectedException;

        @Override
        void close();
    }
}
