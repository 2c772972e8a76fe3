package io.limen.explainer.application;

/**
 * What a component put out for the explained image, and how a score of the region changes with each of its values.
 *
 * @param channels of the output
 * @param height rows of the output; for tokens, their number
 * @param width columns of the output; for tokens, 1
 * @param activations [channels, height, width], row-major
 * @param gradients of the score by each of them, in the same order
 */
public record ActivationGradient(int channels, int height, int width, float[] activations, float[] gradients) {

    public ActivationGradient {
        int size = channels * height * width;
        if (channels < 1 || height < 1 || width < 1 || activations.length != size || gradients.length != size) {
            throw new IllegalArgumentException("ActivationGradient: " + channels + "x" + height + "x" + width + ", "
                    + activations.length + " and " + gradients.length + " values");
        }
    }
}
