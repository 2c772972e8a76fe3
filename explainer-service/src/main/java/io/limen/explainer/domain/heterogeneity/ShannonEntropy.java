package io.limen.explainer.domain.heterogeneity;

/**
 * Entropy of a distribution given by weights of any sum W: -sum (w/W) ln (w/W) (Shannon 1948), nats, in [0, ln n]; 0 ln 0 = 0, and 0
 * without any weight. Cost O(n).
 */
final class ShannonEntropy {

    private ShannonEntropy() {}

    /** Of weights that are 0 or more. */
    static double of(double[] weights) {
        double sum = 0;
        double logarithms = 0;
        for (double weight : weights) {
            if (!(weight >= 0)) {
                throw new IllegalArgumentException("ShannonEntropy: weight " + weight);
            }
            sum += weight;
            logarithms += weight > 0 ? weight * Math.log(weight) : 0;
        }
        return sum == 0 ? 0 : Math.max(0, Math.log(sum) - logarithms / sum);
    }
}
