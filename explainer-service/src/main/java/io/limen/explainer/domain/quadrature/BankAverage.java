package io.limen.explainer.domain.quadrature;

/**
 * A block's mean effect over the bank as its draws tell it.
 *
 * @param mean percentage points
 * @param areaMean signed area effect, in [-1,1]
 * @param unitVariance variance of the mean's error over the block's spread squared, 0 or more
 * @param found what the draws tell of the spread
 */
public record BankAverage(double mean, double areaMean, double unitVariance, Found found) {

    /**
     * A sum of squares with its degrees of freedom.
     *
     * @param squares its expectation is the spread squared times the degrees of freedom; percentage points squared
     * @param degreesOfFreedom 0 or more; 0 with a single draw
     */
    public record Found(double squares, double degreesOfFreedom) {}
}
