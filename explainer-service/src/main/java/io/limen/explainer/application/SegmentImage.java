package io.limen.explainer.application;

import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.Mask;
import io.limen.explainer.domain.image.Resampling;

/** Use case: what a model of the repository makes of an image, as the deployed model would say it. */
public final class SegmentImage {

    private SegmentImage() {}

    /** What goes into the model: the image in the model's colours and at its input size. */
    public static Image input(Image image, ModelDescription model) {
        Image colours = Resampling.channels(image, model.channels());
        return model.inputSize()
                .map(size -> Resampling.resize(colours, size.height(), size.width()))
                .orElse(colours);
    }

    /**
     * The model's mask of an image, at the image's own size.
     *
     * @throws ModelRejectedException when the model refuses the image
     */
    public static Mask segment(Image image, SegmentationModel model) throws ModelRejectedException {
        Mask mask = model.segment(input(image, model.description()))
                .threshold(model.description().threshold());
        return Resampling.resize(mask, image.height(), image.width());
    }
}
