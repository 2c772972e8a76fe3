package io.limen.explainer.adapter.djl;

import ai.djl.ndarray.types.Shape;
import io.limen.explainer.application.ModelDescription;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.domain.image.Image;

/**
 * Whether a model takes an image.
 *
 * @param description of the model
 */
record InputCheck(ModelDescription description) {

    /** A whole image is exactly as large as the model says, if it says so. */
    void whole(Image image) throws ModelRejectedException {
        ModelDescription.InputSize size = description.inputSize().orElse(null);
        if (size != null && (image.height() != size.height() || image.width() != size.width())) {
            throw wrongSize(image.height(), image.width());
        }
    }

    /**
     * Another number of channels, or a larger image, would fail inside libtorch, which then keeps the input forever.
     *
     * @param shape [images, channels, height, width]
     */
    void batch(Shape shape) throws ModelRejectedException {
        if (shape.get(1) != description.channels()) {
            throw new ModelRejectedException(
                    "the image has " + shape.get(1) + " channels, the model takes " + description.channels());
        }
        if (description.inputSize().isPresent()) {
            ModelDescription.InputSize size = description.inputSize().get();
            if (shape.get(2) > size.height() || shape.get(3) > size.width()) {
                throw wrongSize(shape.get(2), shape.get(3));
            }
        }
    }

    private ModelRejectedException wrongSize(long height, long width) {
        ModelDescription.InputSize size = description.inputSize().orElseThrow();
        return new ModelRejectedException(
                "the image is " + height + "x" + width + ", the model takes " + size.height() + "x" + size.width());
    }
}
