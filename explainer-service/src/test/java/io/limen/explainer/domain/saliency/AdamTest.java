package io.limen.explainer.domain.saliency;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AdamTest {

    /** Least squares towards 0.3, towards 2 and towards -1, in [0,1]. */
    @Test
    void itFindsTheNearestPointThatIsAllowed() {
        double[] target = {0.3, 2, -1};
        double[] values = {1, 0, 0.5};
        Adam adam = new Adam(3, 0.02);
        for (int step = 0; step < 600; step++) {
            double[] gradient = new double[3];
            for (int i = 0; i < 3; i++) {
                gradient[i] = 2 * (values[i] - target[i]);
            }
            adam.step(values, gradient);
        }
        assertEquals(0.3, values[0], 0.01);
        assertEquals(1, values[1], 0);
        assertEquals(0, values[2], 0);
    }

    @Test
    void theDerivativeOfRoughnessIsThatOfDifferences() {
        TotalVariation variation = new TotalVariation(2, 3);
        double[] values = {0.1, 0.9, 0.4, 0.5, 0.2, 0.7};
        double[] gradient = new double[6];
        variation.addDerivative(values, 1, gradient);
        for (int i = 0; i < 6; i++) {
            double[] more = values.clone();
            more[i] += 1e-6;
            assertEquals((roughness(more) - roughness(values)) / 1e-6, gradient[i], 1e-4);
        }
    }

    private static double roughness(double[] v) {
        double sum = 0;
        int[][] neighbours = {{0, 1}, {1, 2}, {3, 4}, {4, 5}, {0, 3}, {1, 4}, {2, 5}};
        for (int[] pair : neighbours) {
            sum += (v[pair[0]] - v[pair[1]]) * (v[pair[0]] - v[pair[1]]);
        }
        return sum / 6;
    }
}
