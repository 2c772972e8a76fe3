package io.limen.explainer.domain.saliency;

/**
 * Adam (Kingma and Ba 2015, algorithm 1) on values that are held in [0,1]. Owned by one thread.
 */
public final class Adam {

    private static final double FIRST = 0.9;
    private static final double SECOND = 0.999;
    private static final double EPSILON = 1e-8;

    private final double rate;
    private final double[] mean;
    private final double[] square;
    private int steps;

    /**
     * @param size how many values
     * @param rate the step, more than 0
     */
    public Adam(int size, double rate) {
        this.rate = rate;
        this.mean = new double[size];
        this.square = new double[size];
    }

    /** Moves the values against the gradient. */
    public void step(double[] values, double[] gradient) {
        steps++;
        for (int i = 0; i < values.length; i++) {
            mean[i] = FIRST * mean[i] + (1 - FIRST) * gradient[i];
            square[i] = SECOND * square[i] + (1 - SECOND) * gradient[i] * gradient[i];
            double direction = mean[i] / (1 - Math.pow(FIRST, steps));
            double size = Math.sqrt(square[i] / (1 - Math.pow(SECOND, steps))) + EPSILON;
            values[i] = Math.max(0, Math.min(1, values[i] - rate * direction / size));
        }
    }
}
