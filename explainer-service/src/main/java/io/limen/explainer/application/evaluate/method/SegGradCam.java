package io.limen.explainer.application.evaluate.method;

import io.limen.explainer.application.ActivationGradient;
import io.limen.explainer.application.ComponentProbe;
import io.limen.explainer.application.Instrumentation;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.domain.component.Component;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.saliency.BilinearGrid;
import io.limen.explainer.domain.saliency.BlockMeans;
import io.limen.explainer.domain.saliency.ClassActivation;
import java.util.List;

/**
 * Seg-Grad-CAM (Vinogradova, Dibrov and Myers 2020): the layer with the coarsest map, its channels weighted with the mean
 * gradients of the sum of the region's logits, enlarged to the image. The paper, too, looks at the bottleneck.
 */
public final class SegGradCam implements AttributionMethod {

    /** Nearer to 0 or 1 a probability has lost its logit to rounding. */
    private static final double LEAST = 1e-4;

    @Override
    public String name() {
        return "seg-grad-cam";
    }

    @Override
    public boolean isRandom() {
        return false;
    }

    @Override
    public Attributed attribute(MethodCase subject, long seed, long budget) throws ModelRejectedException {
        Instrumentation network = subject.model().components(subject.input());
        if (!(network instanceof Instrumentation.Instrumented instrumented)) {
            throw new ModelRejectedException(
                    network instanceof Instrumentation.NotInstrumented not
                            ? not.reason()
                            : ((Instrumentation.NotThisTime) network).reason());
        }
        Component bottleneck = bottleneck(instrumented.components());
        Instrumentation.Donors nobody = new Instrumentation.Donors(List.of(), List.of());
        try (ComponentProbe probe = instrumented.opening().open(subject.input(), subject.region(), nobody)) {
            ActivationGradient found = probe.activationGradient(bottleneck, logitWeights(subject))
                    .orElseThrow(() -> new ModelRejectedException("the model can't be differentiated by a layer"));
            double[] map = ClassActivation.of(found.activations(), found.gradients(), found.channels());
            return new Attributed(
                    BlockMeans.of(
                            enlarged(map, found, subject.input()),
                            subject.input().width(),
                            subject.blocks()),
                    probe.forwards());
        }
    }

    /** Of the layers with the fewest positions, but more than one, the last to run. */
    private static Component bottleneck(List<Component> components) throws ModelRejectedException {
        return components.stream()
                .filter(component -> component.layer() && !component.isSkip())
                .filter(component -> component.width() > 1 && component.height() > 1)
                .reduce((best, next) -> positions(next) <= positions(best) ? next : best)
                .orElseThrow(() -> new ModelRejectedException("none of the model's layers puts out a map"));
    }

    private static long positions(Component component) {
        return (long) component.height() * component.width();
    }

    /** The derivative of the sum of logits, by the region's probabilities: 1 / (p (1 - p)). */
    private static float[] logitWeights(MethodCase subject) {
        float[] probabilities = subject.output().crop(subject.region()).probabilities();
        float[] weights = new float[probabilities.length];
        for (int pixel : subject.regionOutput().pixels()) {
            double p = Math.max(LEAST, Math.min(1 - LEAST, probabilities[pixel]));
            weights[pixel] = (float) (1 / (p * (1 - p)));
        }
        return weights;
    }

    private static float[] enlarged(double[] map, ActivationGradient layer, Image image) {
        double cell = Math.max((double) image.height() / layer.height(), (double) image.width() / layer.width());
        BilinearGrid grid = new BilinearGrid(layer.height(), layer.width(), cell, (cell - 1) / 2, (cell - 1) / 2);
        return grid.spread(map, image.height(), image.width());
    }
}
