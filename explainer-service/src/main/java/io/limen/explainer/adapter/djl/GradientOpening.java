package io.limen.explainer.adapter.djl;

import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.RegionOfInterest;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins gradients of one model, and remembers how that went. Used by several threads at a time. */
final class GradientOpening {

    private static final Logger LOG = LoggerFactory.getLogger(GradientOpening.class);

    /** A forward pass that can be differentiated keeps some two kilobytes a pixel. */
    private static final int MAX_PIXELS = 1 << 20;

    private final TorchNetwork model;
    private volatile boolean differentiates;
    private final AtomicBoolean toldOfMemory = new AtomicBoolean();

    GradientOpening(TorchNetwork model) {
        this.model = model;
    }

    /** Whether an image has too many pixels for a forward pass that can be differentiated. */
    static boolean isTooLarge(Image image) {
        return (long) image.height() * image.width() > MAX_PIXELS;
    }

    /** The model that is differentiated. */
    TorchNetwork model() {
        return model;
    }

    /** Runs the image forward; empty when the model, or an image of this size, has no way back. */
    Optional<TorchScriptGradients> open(Image image, RegionOfInterest region) {
        if (isTooLarge(image)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new TorchScriptGradients(this, image, region, differentiable(image, region)));
        } catch (OutOfNativeMemoryException e) {
            tellOfMemory(image);
        } catch (ModelRejectedException e) {
            // no way back: the caller does without
        }
        return Optional.empty();
    }

    /** Until a gradient once came back from the model, whether one does is tried out. */
    private RecordedPass differentiable(Image image, RegionOfInterest region) throws ModelRejectedException {
        RecordedPass pass = new RecordedPass(model, image, region, 1);
        if (!differentiates) {
            try {
                pass.backward(new float[region.bounds().area()]);
            } catch (ModelRejectedException | RuntimeException | Error e) {
                pass.close();
                throw e;
            }
            differentiates = true;
        }
        return pass;
    }

    /** Explanations do without gradients then, at the price of more draws: to be known once, not with every case. */
    void tellOfMemory(Image image) {
        if (!toldOfMemory.getAndSet(true)) {
            LOG.warn(
                    "no memory for gradients: explaining without their predictions, which takes more forward passes"
                            + " model={} height={} width={}",
                    model.description().id(),
                    image.height(),
                    image.width());
        }
    }
}
