package io.limen.explainer.domain.quadrature;

import java.util.Arrays;

/**
 * What a block's draws tell of its spread. Each draw's deviation from what the others predict of it, over the deviation
 * expected at a spread of 1, tells the spread squared around that donor (both from the inverse covariance; Rasmussen and
 * Williams 2006, 5.12). They are averaged with the draws' weights in the mean, much as in a sandwich estimate (White 1980):
 * the few very dark donors spread widely, but they weigh little.
 */
final class LeaveOneOut {

    /** What a single draw without any effect tells of the spread, in degrees of freedom: less than two draws do. */
    private static final double UNMOVED_DEGREES = 0.5;

    private LeaveOneOut() {}

    /**
     * @param factor of the draws' covariance at a spread of 1
     * @param rest effects less what was predicted, percentage points, [draws]
     * @param weights of the draws in the mean
     */
    static BankAverage.Found found(Cholesky factor, double[] rest, double[] weights) {
        int n = rest.length;
        if (n < 2) {
            return new BankAverage.Found(0, rest[0] == 0 ? UNMOVED_DEGREES : 0);
        }
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        double[] solvedOnes = factor.solve(ones);
        double precision = Arrays.stream(solvedOnes).sum();
        double[] solvedRest = factor.solve(rest);
        double level = Arrays.stream(solvedRest).sum() / precision;
        double[] diagonal = factor.inverseDiagonal();
        double total = 0;
        double squares = 0;
        double found = 0;
        for (int i = 0; i < n; i++) {
            double deviation = solvedRest[i] - level * solvedOnes[i];
            double expected = diagonal[i] - solvedOnes[i] * solvedOnes[i] / precision;
            double weight = Math.abs(weights[i]);
            total += weight;
            squares += weight * weight;
            found += weight * deviation * deviation / expected;
        }
        double degrees = total * total / squares * (n - 1) / n;
        return new BankAverage.Found(degrees * found / total, degrees);
    }
}
