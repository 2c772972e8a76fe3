package io.limen.explainer.application;

/**
 * Derivatives of a region's probabilities with respect to the input, at one unperturbed image. Owned by one thread, closed
 * after use.
 */
public interface RegionGradients extends AutoCloseable {

    /**
     * What one row costs, in forward passes of one image, when some dozen are asked for: at most 2.3 on the networks
     * measured (a row alone: up to 5.7). A constant and not a
     * measurement, so that a budget of forward passes ends at the same draw on every machine.
     */
    int FORWARDS_PER_ROW = 3;

    /**
     * For every row of weights the gradient of sum over p of weight(p) x probability(p).
     *
     * @param weights [rows][height x width of the region's bounds], row-major, 1 row or more
     * @return [rows][channels x height x width], row-major, per unit of a pixel value in [0,1], before normalisation
     * @throws ModelRejectedException when the model can't be differentiated, or a gradient is not finite
     */
    float[][] of(float[][] weights) throws ModelRejectedException;

    @Override
    void close();
}
