package io.limen.explainer.application.support;

/** Whether two outputs of a region are one: the same mask, and no probability differs by more than rounding. */
final class SameOutput {

    /**
     * Outputs of one network in another batch size or order of memory differ by up to 1.1e-6; four times that, and less
     * than half of what counts as unchanged. In the same order of memory a crop's outputs were equal bit for bit.
     */
    static final float ROUNDING = 4e-6f;

    private SameOutput() {}

    /** Compares probabilities one by one. */
    static boolean within(float[] expected, float[] found, double threshold) {
        for (int i = 0; i < expected.length; i++) {
            if (!(Math.abs(expected[i] - found[i]) <= ROUNDING)
                    || (expected[i] > threshold) != (found[i] > threshold)) {
                return false;
            }
        }
        return true;
    }
}
