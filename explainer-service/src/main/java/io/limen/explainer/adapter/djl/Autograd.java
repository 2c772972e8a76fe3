package io.limen.explainer.adapter.djl;

import ai.djl.pytorch.jni.JniUtils;
import io.limen.explainer.application.ModelRejectedException;

/**
 * Makes operations differentiable for the calling thread. Both switches of libtorch belong to the thread, so that several
 * threads may differentiate at a time; DJL's own collector of gradients allows one in the whole process.
 */
final class Autograd {

    /** Operations on tensors. */
    @FunctionalInterface
    interface Operations<T> {
        T run() throws ModelRejectedException;
    }

    private Autograd() {}

    /** Runs with recording, and without the optimiser, which compiles a model anew for each way it is called. */
    static <T> T recording(Operations<T> operations) throws ModelRejectedException {
        boolean before = JniUtils.isGradMode();
        JniUtils.setGradMode(true);
        JniUtils.setGraphExecutorOptimize(false);
        try {
            return operations.run();
        } finally {
            JniUtils.setGraphExecutorOptimize(true);
            JniUtils.setGradMode(before);
        }
    }
}
