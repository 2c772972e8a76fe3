package io.limen.explainer.adapter.djl;

import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.RegionGradients;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.RegionOfInterest;

/**
 * Gradients by libtorch. The image goes forward once and every row of weights goes back alone, which saves the forward
 * pass of each row. When there are many rows, a small image goes forward again as several copies, for as many rows to go
 * back together: one alone is too little work for libtorch.
 */
final class TorchScriptGradients implements RegionGradients {

    /** Pixels that keep libtorch busy; an image of 256x256 alone is as fast as several. */
    private static final int BUSY_PIXELS = 1 << 16;

    private static final int MAX_COPIES = 8;

    /** Fewer rows don't pay for the second forward pass. */
    private static final int MANY_ROWS = 8;

    private final GradientOpening opening;
    private final Image image;
    private final RegionOfInterest region;
    private RecordedPass pass;
    private int most = MAX_COPIES;
    private boolean closed;

    /** @param pass of one copy of the image; taken over */
    TorchScriptGradients(GradientOpening opening, Image image, RegionOfInterest region, RecordedPass pass) {
        this.opening = opening;
        this.image = image;
        this.region = region;
        this.pass = pass;
    }

    @Override
    public float[][] of(float[][] weights) throws ModelRejectedException {
        check(weights);
        if (weights.length >= MANY_ROWS) {
            widen(Math.min(most, BUSY_PIXELS / (image.height() * image.width())));
        }
        float[][] gradients = new float[weights.length][];
        int from = 0;
        while (from < weights.length) {
            int rows = Math.min(pass.copies(), weights.length - from);
            try {
                float[] together = pass.backward(together(weights, from, rows));
                for (int row = 0; row < rows; row++) {
                    gradients[from + row] = perPixelValue(together, row);
                }
                from += rows;
            } catch (OutOfNativeMemoryException e) {
                narrow(e);
            }
        }
        return gradients;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            pass.close();
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

    /** As many copies as there is memory for. */
    private void widen(int copies) throws ModelRejectedException {
        for (int wanted = copies; wanted > pass.copies(); wanted /= 2) {
            try {
                RecordedPass wider = new RecordedPass(opening.model(), image, region, wanted);
                pass.close();
                pass = wider;
            } catch (OutOfNativeMemoryException e) {
                most = wanted / 2;
            }
        }
    }

    /** Half of the copies or fewer, since the way back of all found no memory. */
    private void narrow(OutOfNativeMemoryException full) throws ModelRejectedException {
        for (most = pass.copies() / 2; most >= 1; most /= 2) {
            close();
            try {
                pass = new RecordedPass(opening.model(), image, region, most);
                closed = false;
                return;
            } catch (OutOfNativeMemoryException e) {
                // half of them, then
            }
        }
        opening.tellOfMemory(image);
        throw full;
    }

    private float[] together(float[][] weights, int from, int rows) {
        int area = region.bounds().area();
        float[] together = new float[pass.copies() * area];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(weights[from + row], 0, together, row * area, area);
        }
        return together;
    }

    /** One copy's gradient, by the chain rule through (value - mean) / std. */
    private float[] perPixelValue(float[] together, int copy) throws ModelRejectedException {
        int plane = image.height() * image.width();
        float[] std = opening.model().description().normalisation().std();
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
