package io.limen.explainer.adapter.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.limen.explainer.application.ModelDescription.Normalisation;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.intervention.Intervention;
import java.util.Arrays;
import java.util.List;

/** Images that differ anywhere, as they were given. */
final class GivenImages implements Batch {

    private final Shape shape;
    private final float[] values;

    /** @param images of one size, at least one */
    GivenImages(List<Image> images, Normalisation normalisation) {
        Image first = images.get(0);
        this.shape = new Shape(images.size(), first.channels(), first.height(), first.width());
        this.values = Normalising.images(images, normalisation);
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public void treat(List<Intervention> interventions) {
        throw new UnsupportedOperationException("the images are treated already");
    }

    @Override
    public NDArray images(NDManager scope, int from, int images) {
        int size = values.length / slots();
        return scope.create(
                Arrays.copyOfRange(values, from * size, (from + images) * size),
                new Shape(images).addAll(shape.slice(1)));
    }

    @Override
    public void close() {
        // holds nothing outside the heap
    }
}
