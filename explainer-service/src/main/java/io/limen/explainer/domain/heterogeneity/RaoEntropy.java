package io.limen.explainer.domain.heterogeneity;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Rao's quadratic entropy for the squared Euclidean distance of features in units of their own scales: the expected distance of two
 * cases, 2 trace Cov = 2 sum Var(x_f / s_f), variances with n - 1 (Rao 1982, section 3). 0 or more; empty with fewer than two cases.
 *
 * @param scales what one feature's values are divided by, each above 0: their standard deviation over the cases of all models, for
 *     models to be comparable; 1 where they are comparable as they are
 */
public record RaoEntropy(double[] scales) {

    public RaoEntropy {
        scales = scales.clone();
        for (double scale : scales) {
            if (!(scale > 0)) {
                throw new IllegalArgumentException("RaoEntropy: scale " + scale);
            }
        }
    }

    @Override
    public double[] scales() {
        return scales.clone();
    }

    /** Of cases, one value per feature each. Cost O(cases x features). */
    public OptionalDouble of(List<double[]> cases) {
        if (cases.size() < 2) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (int feature = 0; feature < scales.length; feature++) {
            sum += variance(cases, feature) / (scales[feature] * scales[feature]);
        }
        return OptionalDouble.of(2 * sum);
    }

    /** Of one feature over two cases or more, with n - 1. */
    public static double variance(List<double[]> cases, int feature) {
        double mean = 0;
        for (double[] one : cases) {
            mean += one[feature] / cases.size();
        }
        double squares = 0;
        for (double[] one : cases) {
            squares += (one[feature] - mean) * (one[feature] - mean);
        }
        return squares / (cases.size() - 1);
    }
}
