package io.limen.explainer.adapter.djl;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import io.limen.explainer.adapter.djl.archive.TwinSteps;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.domain.component.Component;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.RegionOfInterest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One pass forward with a gate of 1 on every channel of every component, and one back to the gates. */
record ComponentGates(ProbedNetwork probed, Image image, RegionOfInterest region) {

    /**
     * The derivatives of a weighted sum of the region's probabilities.
     *
     * @param weights [region height x region width]
     * @return per component [channels]; empty when there is no way back
     */
    Optional<Map<Component, double[]>> derivatives(float[] weights) {
        if (GradientOpening.isTooLarge(image)) {
            return Optional.empty();
        }
        try (NDManager scope = probed.network().scope()) {
            return Autograd.recording(() -> derivatives(scope, weights));
        } catch (ModelRejectedException | EngineException | IllegalStateException | UnsupportedOperationException e) {
            // no way back: the caller does without
            return Optional.empty();
        }
    }

    private Optional<Map<Component, double[]>> derivatives(NDManager scope, float[] weights)
            throws ModelRejectedException {
        long[] steps = probed.network().noSteps();
        NDList gates = new NDList();
        for (TappedComponent one : probed.listed()) {
            steps[one.site()] = TwinSteps.GATE.code(gates.size());
            NDArray gate = scope.ones(one.perChannel(1));
            gate.setRequiresGradient(true);
            gates.add(gate);
        }
        NDArray input = probed.network().input(scope, List.of(image));
        NDArray output = probed.model()
                .differentiable(
                        probed.network().runForGradients(input, steps, gates).outputs(), input.getShape(), region);
        NDArray direction = scope.create(weights, output.getShape());
        JniUtils.backward((PtNDArray) output, (PtNDArray) direction, false, false);
        Map<Component, double[]> derivatives = new LinkedHashMap<>();
        for (int i = 0; i < gates.size(); i++) {
            double[] values = values(gates.get(i));
            if (values.length == 0) {
                return Optional.empty();
            }
            derivatives.put(probed.listed().get(i).component(), values);
        }
        return Optional.of(derivatives);
    }

    /** None when one is not finite. */
    private static double[] values(NDArray gate) {
        float[] gradient = gate.getGradient().toFloatArray();
        double[] values = new double[gradient.length];
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(gradient[i])) {
                return new double[0];
            }
            values[i] = gradient[i];
        }
        return values;
    }
}
