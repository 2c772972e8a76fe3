package io.limen.explainer.adapter.djl;

import io.limen.explainer.application.ModelRejectedException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs a batch in parts that fit the memory: when it runs out the part is halved and the work goes on, down to one image.
 * What fitted is remembered for the next batch. Used by several threads at a time.
 */
final class FittingBatches {

    private final AtomicInteger most = new AtomicInteger(Integer.MAX_VALUE);

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
    int most() {
        return most.get();
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
            } catch (OutOfNativeMemoryException e) {
                if (part == 1) {
                    throw e;
                }
                most.accumulateAndGet(part / 2, Math::min);
            }
        }
        return all;
    }
}
