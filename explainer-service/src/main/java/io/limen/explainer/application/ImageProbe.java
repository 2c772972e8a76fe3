package io.limen.explainer.application;

import io.limen.explainer.domain.image.Image;
import java.util.List;

/** Runs a model on images of one size that differ anywhere. Owned by one thread, closed after use. */
public interface ImageProbe extends AutoCloseable {

    /** The most images worth passing at a time. */
    int batchSize();

    /**
     * The region's probabilities for each image, one forward pass each.
     *
     * @param images 1 to {@link #batchSize()}, of the size that the probe was made for
     * @return [images, height, width] of the region's bounds, row-major, in [0,1]
     * @throws ModelRejectedException when the output holds NaN or the forward pass fails
     */
    float[] regionProbabilities(List<Image> images) throws ModelRejectedException;

    @Override
    void close();
}
