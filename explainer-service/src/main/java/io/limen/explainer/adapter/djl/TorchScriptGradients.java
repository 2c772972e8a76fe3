package io.limen.explainer.adapter.djl;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.RegionGradients;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.RegionOfInterest;
import java.lang.ref.Reference;
import java.util.Optional;

/**
 * Gradients by libtorch. The image goes forward once, what it left behind is kept, and every row of weights goes back
 * alone: half the price of a forward pass for each row. Small images go forward as several copies, for as many rows to
 * go back together: one alone is too little work for libtorch.
 */
final class TorchScriptGradients implements RegionGradients {

    /** Pixels that keep libtorch busy; an image of 256x256 alone is as fast as several. */
    private static final int BUSY_PIXELS = 1 << 16;

    /** A forward pass that can be differentiated keeps some two kilobytes a pixel. */
    private static final int MAX_PIXELS = 1 << 20;

    private static final int MAX_COPIES = 8;

    private final TorchScriptModel model;
    private final Image image;
    private final RegionOfInterest region;
    private final int copies;
    private final Batch batch;
    private final NDManager scope;
    private NDArray input;
    private NDArray output;
    private boolean closed;

    private TorchScriptGradients(TorchScriptModel model, Image image, RegionOfInterest region) {
        this.model = model;
        this.image = image;
        this.region = region;
        this.copies = Math.max(1, Math.min(MAX_COPIES, BUSY_PIXELS / (image.height() * image.width())));
        this.batch = model.copies(image, copies);
        this.scope = model.scope();
    }

    /** Runs the image forward; empty when the model, or an image of this size, has no way back. */
    static Optional<TorchScriptGradients> open(TorchScriptModel model, Image image, RegionOfInterest region) {
        if ((long) image.height() * image.width() > MAX_PIXELS) {
            return Optional.empty();
        }
        TorchScriptGradients gradients = new TorchScriptGradients(model, image, region);
        boolean open = false;
        try {
            gradients.output = Autograd.recording(gradients::forward);
            if (!model.differentiates()) {
                Autograd.recording(() -> gradients.backward(
                        new float[gradients.copies * region.bounds().area()]));
                model.foundToDifferentiate();
            }
            open = true;
        } catch (EngineException | IllegalStateException | UnsupportedOperationException | ModelRejectedException e) {
            // no way back: the caller does without
        } finally {
            if (!open) {
                gradients.close();
            }
        }
        return open ? Optional.of(gradients) : Optional.empty();
    }

    @Override
    public float[][] of(float[][] weights) throws ModelRejectedException {
        check(weights);
        float[][] gradients = new float[weights.length][];
        try {
            for (int from = 0; from < weights.length; from += copies) {
                int rows = Math.min(copies, weights.length - from);
                float[] direction = together(weights, from, rows);
                float[] together = Autograd.recording(() -> backward(direction));
                for (int row = 0; row < rows; row++) {
                    gradients[from + row] = perPixelValue(together, row);
                }
            }
        } catch (EngineException | IllegalStateException e) {
            throw new ModelRejectedException("the model can't be differentiated: " + EngineMessage.of(e), e);
        } finally {
            Reference.reachabilityFence(model);
        }
        return gradients;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            scope.close();
            batch.close();
        }
    }

    private void check(float[][] weights) {
        if (closed || weights.length == 0) {
            throw new IllegalArgumentException("of: " + weights.length + " rows, closed: " + closed);
        }
        for (float[] row : weights) {
            if (row.length != region.bounds().area()) {
                throw new IllegalArgumentException("of: " + row.length + " weights for " + region);
            }
        }
    }

    private NDArray forward() throws ModelRejectedException {
        input = batch.images(scope, 0, copies);
        input.setRequiresGradient(true);
        // a copy, since a model may write into its input, which libtorch forbids for what is differentiated; DJL's own
        // copies are cut off from what they are made of
        return model.differentiable(input.mul(1f), region);
    }

    /** The gradient of the weighted sum with respect to the normalised batch, [copies, channels, height, width]. */
    private float[] backward(float[] weights) {
        try (NDManager passing = scope.newSubManager()) {
            NDArray direction = passing.create(weights, output.getShape());
            JniUtils.backward((PtNDArray) output, (PtNDArray) direction, true, false);
            try (NDArray gradient = input.getGradient()) {
                return gradient.toFloatArray();
            } finally {
                JniUtils.zeroGrad((PtNDArray) input);
            }
        }
    }

    private float[] together(float[][] weights, int from, int rows) {
        int area = region.bounds().area();
        float[] together = new float[copies * area];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(weights[from + row], 0, together, row * area, area);
        }
        return together;
    }

    /** One copy's gradient, by the chain rule through (value - mean) / std. */
    private float[] perPixelValue(float[] together, int copy) throws ModelRejectedException {
        int plane = image.height() * image.width();
        float[] std = model.description().normalisation().std();
        float[] gradient = new float[image.channels() * plane];
        for (int i = 0; i < gradient.length; i++) {
            float value = together[copy * gradient.length + i] / std[i / plane];
            if (!Float.isFinite(value)) {
                throw new ModelRejectedException("the model's gradient is not finite");
            }
            gradient[i] = value;
        }
        return gradient;
    }
}
