package io.limen.explainer.application;

import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.ProbabilityMap;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.image.Window;
import io.limen.explainer.domain.intervention.Intervention;
import io.limen.explainer.domain.intervention.PatchBank;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

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

    /**
     * Prepares many interventions on one image; owned by one thread, closed after use.
     *
     * @param image of the model's input size, or a part of such an image that holds the region's support
     */
    Probe probe(Image image, RegionOfInterest region, PatchBank bank);

    /**
     * The same with little time.
     *
     * @param preparation how long it may take to find out how the model runs fastest; zero: not at all
     */
    default Probe probe(Image image, RegionOfInterest region, PatchBank bank, Duration preparation) {
        return probe(image, region, bank);
    }

    /**
     * Prepares passes of whole images; owned by one thread, closed after use.
     *
     * @param like of the size of all of them, the model's input size
     */
    default ImageProbe images(Image like, RegionOfInterest region) {
        return new SingleImages(this, region);
    }

    /**
     * Whether anything outside a window of the input can change the region's probabilities, whatever is put there. True
     * when that is not known: a model then gets no crop.
     *
     * @param kept the window that stays as it is
     * @throws ModelRejectedException when the forward pass fails
     */
    default boolean reachedFromOutside(Image image, RegionOfInterest region, Window kept)
            throws ModelRejectedException {
        return true;
    }

    /**
     * Derivatives at an image of the model's input size, or a part of such an image that holds the region's support; empty
     * when the model can't be differentiated.
     */
    default Optional<RegionGradients> gradients(Image image, RegionOfInterest region) {
        return Optional.empty();
    }

    /**
     * The model's components, with the shapes that their outputs have for an image of the model's input size. What it takes to read
     * and replace them is made when it is first asked for.
     */
    default Instrumentation components(Image image) {
        return new Instrumentation.NotInstrumented("this model does not show its components");
    }

    /** Runs the model on perturbed copies of one image. */
    interface Probe extends AutoCloseable {

        /** The most interventions worth passing at a time. */
        int batchSize();

        /**
         * The region's probabilities under each intervention, one forward pass each.
         *
         * @param interventions 1 to {@link #batchSize()}
         * @return [interventions, height, width] of the region's bounds, row-major, in [0,1]; pixels of the bounds that the
         *     region does not hold are there too, and do not count
         * @throws ModelRejectedException when the output holds NaN or the forward pass fails
         */
        float[] regionProbabilities(List<Intervention> interventions) throws ModelRejectedException;

        @Override
        void close();
    }
}
