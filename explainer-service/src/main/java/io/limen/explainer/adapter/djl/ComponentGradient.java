package io.limen.explainer.adapter.djl;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import io.limen.explainer.adapter.djl.archive.TwinSteps;
import io.limen.explainer.application.ActivationGradient;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.RegionOfInterest;
import java.util.List;
import java.util.Optional;

/** One component's output is read, given back to the network as a value of its own, and differentiated by. */
record ComponentGradient(ProbedNetwork probed, Image image, RegionOfInterest region) {

    /**
     * Output and derivatives of a weighted sum of the region's probabilities.
     *
     * @param weights [region height x region width]
     * @return empty when there is no way back
     */
    Optional<ActivationGradient> of(TappedComponent target, float[] weights) throws ModelRejectedException {
        if (GradientOpening.isTooLarge(image)) {
            return Optional.empty();
        }
        try (NDManager scope = probed.network().scope()) {
            NDArray output = output(scope, target);
            float[] tapped = output.toFloatArray();
            float[] gradient = Autograd.recording(() -> gradient(scope, target, output, weights));
            return finite(gradient) ? Optional.of(ordered(target, tapped, gradient)) : Optional.empty();
        } catch (EngineException | IllegalStateException | UnsupportedOperationException e) {
            // no way back: the caller does without
            return Optional.empty();
        }
    }

    private NDArray output(NDManager scope, TappedComponent target) throws ModelRejectedException {
        long[] steps = probed.network().noSteps();
        steps[target.site()] = TwinSteps.TAP.code(0);
        NDArray input = probed.network().input(scope, List.of(image));
        return probed.network()
                .tryRun(input, steps, new NDList(), MemoryLayout.PLAIN)
                .taps()
                .get(0);
    }

    private float[] gradient(NDManager scope, TappedComponent target, NDArray output, float[] weights)
            throws ModelRejectedException {
        // a tensor that no graph knows yet
        NDArray given = scope.create(output.toFloatArray(), output.getShape());
        given.setRequiresGradient(true);
        long[] steps = probed.network().noSteps();
        steps[target.site()] = TwinSteps.GIVE.code(0);
        NDArray input = probed.network().input(scope, List.of(image));
        NDArray probabilities = probed.model()
                .differentiable(
                        probed.network()
                                .runForGradients(input, steps, new NDList(given))
                                .outputs(),
                        input.getShape(),
                        region);
        NDArray direction = scope.create(weights, probabilities.getShape());
        JniUtils.backward((PtNDArray) probabilities, (PtNDArray) direction, false, false);
        return given.getGradient().toFloatArray();
    }

    private static boolean finite(float[] gradient) {
        for (float value : gradient) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    /** With channels first, whatever the network does. */
    private static ActivationGradient ordered(TappedComponent target, float[] activations, float[] gradients) {
        int channels = target.component().channels();
        int positions = activations.length / channels;
        // of an image that is a part of what was listed the rows are fewer: the width that was listed may not hold
        int width =
                positions % target.component().width() == 0 ? target.component().width() : 1;
        return new ActivationGradient(
                channels,
                positions / width,
                width,
                target.channelsLast() ? channelsFirst(activations, channels) : activations,
                target.channelsLast() ? channelsFirst(gradients, channels) : gradients);
    }

    private static float[] channelsFirst(float[] values, int channels) {
        int positions = values.length / channels;
        float[] turned = new float[values.length];
        for (int position = 0; position < positions; position++) {
            for (int channel = 0; channel < channels; channel++) {
                turned[channel * positions + position] = values[position * channels + channel];
            }
        }
        return turned;
    }
}
