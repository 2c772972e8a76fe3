package io.limen.explainer.adapter.djl;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.RegionOfInterest;
import java.lang.ref.Reference;

/** A forward pass of some copies of an image, with what is needed to go back kept until it is closed. */
final class RecordedPass implements AutoCloseable {

    private final TorchNetwork model;
    private final int copies;
    private final Batch batch;
    private final NDManager scope;
    private NDArray input;
    private NDArray output;

    /**
     * Runs the copies forward.
     *
     * @throws OutOfNativeMemoryException when there is no memory for so many copies
     * @throws ModelRejectedException when the model fails, or returns something else than probabilities
     */
    RecordedPass(TorchNetwork model, Image image, RegionOfInterest region, int copies) throws ModelRejectedException {
        this.model = model;
        this.copies = copies;
        this.batch = batch(model, image, copies);
        this.scope = scope(model, batch);
        try {
            output = Autograd.recording(() -> forward(region));
        } catch (EngineException | UnsupportedOperationException e) {
            close();
            throw notDifferentiable(e);
        } catch (ModelRejectedException | RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    int copies() {
        return copies;
    }

    /**
     * The gradient of the weighted sum of the region's probabilities.
     *
     * @param weights [copies, region height, region width]
     * @return with respect to the normalised batch, [copies, channels, height, width]
     * @throws OutOfNativeMemoryException when there is no memory for the way back of so many copies
     */
    float[] backward(float[] weights) throws ModelRejectedException {
        try (NDManager passing = scope.newSubManager()) {
            NDArray direction = passing.create(weights, output.getShape());
            return Autograd.recording(() -> backward(direction));
        } catch (EngineException | IllegalStateException e) {
            throw notDifferentiable(e);
        } finally {
            Reference.reachabilityFence(model);
        }
    }

    @Override
    public void close() {
        scope.close();
        batch.close();
    }

    /** @throws OutOfNativeMemoryException when the process has no direct memory for so many copies */
    private static Batch batch(TorchNetwork model, Image image, int copies) throws OutOfNativeMemoryException {
        try {
            return model.copies(image, copies);
        } catch (OutOfMemoryError e) {
            throw new OutOfNativeMemoryException("there is no memory for a batch of " + copies, e);
        }
    }

    private static NDManager scope(TorchNetwork model, Batch batch) {
        try {
            return model.scope();
        } catch (RuntimeException | Error e) {
            batch.close();
            throw e;
        }
    }

    private NDArray forward(RegionOfInterest region) throws ModelRejectedException {
        input = batch.images(scope, 0, copies);
        input.setRequiresGradient(true);
        // a copy, since a model may write into its input, which libtorch forbids for what is differentiated; DJL's own
        // copies are cut off from what they are made of. A sum and no product: a product keeps its factor for the way
        // back, a
        // number that DJL puts into the Java process's memory, which the collector frees before
        return model.differentiable(input.add(0f), region);
    }

    private float[] backward(NDArray direction) {
        JniUtils.backward((PtNDArray) output, (PtNDArray) direction, true, false);
        try (NDArray gradient = input.getGradient()) {
            return gradient.toFloatArray();
        } finally {
            JniUtils.zeroGrad((PtNDArray) input);
        }
    }

    private static ModelRejectedException notDifferentiable(RuntimeException failure) {
        String line = "the model can't be differentiated: " + EngineMessage.of(failure);
        return OutOfNativeMemoryException.rejection(line, failure);
    }
}
