package io.limen.explainer.adapter.djl;

/**
 * Tells outputs whose mask could come out otherwise in another batch size, order of memory or number of threads. libtorch
 * rounds differently there, by up to 1.1e-6 on the networks that were measured; a pixel that rounding could carry over the
 * threshold must be decided by one forward pass that is always the same, or the map depends on how the work was batched.
 */
final class Doubt {

    /** Two runs of one image that differ by less differ by rounding: four times what was seen. */
    static final float ROUNDING = 4e-6f;

    /** Probabilities this near to the unperturbed one count as unchanged (RegionScore). */
    private static final float SAME_OUTPUT = 1e-5f;

    private final double threshold;

    /** @param threshold foreground is a probability above it */
    Doubt(double threshold) {
        this.threshold = threshold;
    }

    /** Whether any pixel is so near to the threshold that it has to be looked at; few outputs have one. */
    boolean near(float[] probabilities, int start, int pixels) {
        for (int i = start; i < start + pixels; i++) {
            if (Math.abs(probabilities[i] - threshold) <= SAME_OUTPUT + ROUNDING) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether rounding could decide a pixel.
     *
     * @param unperturbed probabilities of the image as it is
     */
    boolean remains(float[] probabilities, int start, float[] unperturbed) {
        for (int i = 0; i < unperturbed.length; i++) {
            if (about(probabilities[start + i], unperturbed[i])) {
                return true;
            }
        }
        return false;
    }

    /** It could cross the threshold, or, being across from its unperturbed value, begin or cease to count as unchanged. */
    private boolean about(float probability, float unperturbed) {
        float change = Math.abs(probability - unperturbed);
        boolean crossing = Math.abs(probability - threshold) <= ROUNDING && change > SAME_OUTPUT - ROUNDING;
        boolean across = probability > threshold != unperturbed > threshold;
        return crossing || across && Math.abs(change - SAME_OUTPUT) <= ROUNDING;
    }
}
