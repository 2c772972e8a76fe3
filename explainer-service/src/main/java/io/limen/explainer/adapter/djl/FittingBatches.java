package io.limen.explainer.adapter.djl;

import io.limen.explainer.application.ModelRejectedException;

/**
 * Runs a batch in parts that fit the memory: when it runs out the part is halved and the work goes on, down to one image.
 * What fitted is remembered for the next batch. Memory may have been short because of others, so after many parts that
 * fitted twice as many images are tried again, and after twice as many parts every further time that this failed: what a
 * failed forward pass held may stay allocated. Used by several threads at a time.
 */
final class FittingBatches {

    /** Some explanations' worth, or one of a large image: a failure costs one forward pass in so many. */
    static final int FIRST_PATIENCE = 256;

    private static final int MOST_PATIENCE = 1 << 16;

    private int most = Integer.MAX_VALUE;
    private int patience = FIRST_PATIENCE;
    private int fitted;
    private boolean triedLarger;

    /** Runs some of a batch's images. */
    @FunctionalInterface
    interface Pass {

        /**
         * @return the same number of values for every image
         * @throws OutOfNativeMemoryException when that many don't fit
         */
        float[] run(int from, int images) throws ModelRejectedException;
    }

    /** The most images that are still tried at a time. */
    synchronized int most() {
        return most;
    }

    /**
     * Runs images 0 to {@code images} - 1.
     *
     * @param planned at a time, 1 or more
     * @param values of one image
     * @throws OutOfNativeMemoryException when not even one image fits
     */
    float[] run(int images, int planned, int values, Pass pass) throws ModelRejectedException {
        float[] all = new float[images * values];
        int from = 0;
        while (from < images) {
            int part = Math.min(Math.min(planned, most()), images - from);
            try {
                System.arraycopy(pass.run(from, part), 0, all, from * values, part * values);
                from += part;
                countFitting();
            } catch (OutOfNativeMemoryException e) {
                if (part == 1) {
                    throw e;
                }
                halve(part);
            }
        }
        return all;
    }

    private synchronized void countFitting() {
        if (most < Integer.MAX_VALUE && ++fitted >= patience) {
            fitted = 0;
            triedLarger = true;
            most = (int) Math.min(Integer.MAX_VALUE, 2L * most);
        }
    }

    /** Several threads may run out at a time: the smallest part counts. */
    private synchronized void halve(int part) {
        most = Math.min(most, part / 2);
        patience = triedLarger ? Math.min(MOST_PATIENCE, 2 * patience) : patience;
        triedLarger = false;
        fitted = 0;
    }
}
