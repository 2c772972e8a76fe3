package io.limen.explainer.domain.quadrature;

/**
 * A block's mean effect over the bank as its draws tell it.
 *
 * @param mean percentage points
 * @param areaMean signed area effect, in [-1,1]
 * @param unitVariance variance of the mean's error over the block's spread squared, 0 or more
 * @param quadratic what the draws deviate from a constant, in units of the process: its expectation is the spread squared
 *     times the degrees of freedom; percentage points squared
 * @param degreesOfFreedom draws less 1, 0 or more
 */
public record BankAverage(double mean, double areaMean, double unitVariance, double quadratic, int degreesOfFreedom) {}
