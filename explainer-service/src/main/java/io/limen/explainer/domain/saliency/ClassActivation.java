package io.limen.explainer.domain.saliency;

/**
 * Seg-Grad-CAM (Vinogradova, Dibrov and Myers 2020, equation 2; Selvaraju et al. 2017): the channels of one layer summed with the
 * means of their gradients for weights, of which the positive part counts.
 */
public final class ClassActivation {

    private ClassActivation() {}

    /**
     * ReLU(sum over k of alpha_k A_k), alpha_k the mean of the gradient over the positions of channel k. Cost O(values).
     *
     * @param activations A, [channels, positions]
     * @param gradients of the score by them, [channels, positions]
     * @return [positions], 0 or more
     */
    public static double[] of(float[] activations, float[] gradients, int channels) {
        int positions = activations.length / channels;
        double[] map = new double[positions];
        for (int channel = 0; channel < channels; channel++) {
            double alpha = 0;
            for (int i = 0; i < positions; i++) {
                alpha += gradients[channel * positions + i] / (double) positions;
            }
            for (int i = 0; i < positions; i++) {
                map[i] += alpha * activations[channel * positions + i];
            }
        }
        for (int i = 0; i < positions; i++) {
            map[i] = Math.max(0, map[i]);
        }
        return map;
    }
}
