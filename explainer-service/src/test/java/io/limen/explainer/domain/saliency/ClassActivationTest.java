package io.limen.explainer.domain.saliency;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class ClassActivationTest {

    /** alpha = (0.5, -1): 0.5 x (2, 4) - 1 x (3, 1) = (-2, 1), of which the positive part counts. */
    @Test
    void channelsAreWeightedWithTheirMeanGradient() {
        assertArrayEquals(
                new double[] {0, 1},
                ClassActivation.of(new float[] {2, 4, 3, 1}, new float[] {1, 0, -1, -1}, 2),
                1e-12);
    }
}
