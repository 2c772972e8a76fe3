package io.limen.explainer.domain.saliency;

/**
 * How rough a grid is: the mean squared difference between neighbours, and its derivative.
 *
 * @param rows of the grid
 * @param columns of the grid
 */
public record TotalVariation(int rows, int columns) {

    /** Adds weight x the derivative by each value to a gradient. */
    public void addDerivative(double[] values, double weight, double[] gradient) {
        double scale = 2 * weight / values.length;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int here = row * columns + column;
                if (column + 1 < columns) {
                    pull(values, here, here + 1, scale, gradient);
                }
                if (row + 1 < rows) {
                    pull(values, here, here + columns, scale, gradient);
                }
            }
        }
    }

    private static void pull(double[] values, int here, int there, double scale, double[] gradient) {
        double difference = values[here] - values[there];
        gradient[here] += scale * difference;
        gradient[there] -= scale * difference;
    }
}
