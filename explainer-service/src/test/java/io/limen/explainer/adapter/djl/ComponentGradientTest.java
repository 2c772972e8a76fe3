package io.limen.explainer.adapter.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.application.ActivationGradient;
import io.limen.explainer.application.CaseToExplain;
import io.limen.explainer.application.ComponentProbe;
import io.limen.explainer.application.Instrumentation.Donors;
import io.limen.explainer.application.Instrumentation.Instrumented;
import io.limen.explainer.application.RegionSelection;
import io.limen.explainer.application.evaluate.method.MethodCase;
import io.limen.explainer.application.evaluate.method.SegGradCam;
import io.limen.explainer.domain.component.Component;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComponentGradientTest {

    /**
     * A gate multiplies all of a channel, so its derivative is the sum of activation x gradient over the positions: two ways to the
     * same number.
     */
    @ParameterizedTest
    @ValueSource(strings = {"one-channel", "one-channel-traced", "dead-branch", "skip-alone", "bottleneck-alone"})
    void activationTimesGradientSumsUpToTheDerivativeOfTheGate(String name) throws Exception {
        PlantedNetwork network = PlantedNetwork.load(name);
        Instrumented found = (Instrumented) network.model().components(PlantedNetwork.image());
        float[] weights = weights();
        int compared = 0;
        try (ComponentProbe probe =
                found.opening().open(PlantedNetwork.image(), PlantedNetwork.REGION, new Donors(List.of(), List.of()))) {
            Map<Component, double[]> gates = probe.gateDerivatives(weights).orElseThrow();
            for (Component component : found.components()) {
                if (!component.isSkip()) {
                    ActivationGradient gradient =
                            probe.activationGradient(component, weights).orElseThrow();
                    double[] gate = gates.get(component);
                    assertEquals(gate.length, gradient.channels());
                    for (int channel = 0; channel < gate.length; channel++) {
                        double sum = sum(gradient, channel);
                        assertEquals(gate[channel], sum, 1e-3 * Math.max(1, Math.abs(sum)), component.name());
                    }
                    compared++;
                }
            }
        }
        assertTrue(compared > 1);
    }

    @Test
    void segGradCamGivesAMapThatIsNowhereNegative() throws Exception {
        PlantedNetwork network = PlantedNetwork.load("bottleneck-alone");
        CaseToExplain subject = new CaseToExplain(
                PlantedNetwork.image(),
                "a".repeat(64),
                Optional.empty(),
                Optional.empty(),
                new RegionSelection.Given(PlantedNetwork.REGION));
        MethodCase one = MethodCase.of(subject, network, PlantedNetwork.REGION, 8);
        double[] found = new SegGradCam().attribute(one, 0, 100).relevance().values();
        assertEquals(one.blocks().size(), found.length);
        boolean anything = false;
        for (double value : found) {
            assertTrue(value >= 0);
            anything |= value > 0;
        }
        assertTrue(anything);
    }

    private static float[] weights() {
        Random random = new Random(2);
        float[] weights = new float[PlantedNetwork.REGION.area()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = random.nextFloat() - 0.3f;
        }
        return weights;
    }

    private static double sum(ActivationGradient gradient, int channel) {
        int positions = gradient.height() * gradient.width();
        double sum = 0;
        for (int i = channel * positions; i < (channel + 1) * positions; i++) {
            sum += (double) gradient.activations()[i] * gradient.gradients()[i];
        }
        return sum;
    }
}
