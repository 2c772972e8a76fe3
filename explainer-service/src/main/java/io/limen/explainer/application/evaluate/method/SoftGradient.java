package io.limen.explainer.application.evaluate.method;

import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.RegionGradients;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.surrogate.RegionOutput;
import io.limen.explainer.domain.surrogate.SoftDice;

/** The gradient of the region's soft Dice by the pixels of an image: one forward pass, and one gradient. */
final class SoftGradient {

    /** What one takes, in forward passes. */
    static final int COST = 1 + RegionGradients.FORWARDS_PER_ROW;

    private final MethodCase subject;

    SoftGradient(MethodCase subject) {
        this.subject = subject;
    }

    /**
     * At an image.
     *
     * @param images runs it
     * @return [channels, height, width], row-major, percentage points per unit of a pixel value
     * @throws ModelRejectedException when the model can't be differentiated
     */
    float[] at(Image image, ScoredImages images) throws ModelRejectedException, InterruptedException {
        return at(image, subject.regionOutput(images.one(image)));
    }

    /** At an image whose output is known. */
    float[] at(Image image, RegionOutput output) throws ModelRejectedException {
        float[] weights = new SoftDice(output).derivative();
        try (RegionGradients gradients = subject.model()
                .gradients(image, subject.region())
                .orElseThrow(() -> new ModelRejectedException("the model can't be differentiated"))) {
            return gradients.of(new float[][] {weights})[0];
        }
    }
}
