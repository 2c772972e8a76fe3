package io.limen.aggregator.domain.heterogeneity;

import java.util.Collection;

/**
 * Entropy of a distribution given by weights of any sum W: H = -sum (w/W) ln (w/W) = ln W - sum (w ln w) / W (Shannon
 * 1948), nats, in [0, ln n]; 0 ln 0 = 0, and 0 without any weight. Costs O(n).
 */
final class ShannonEntropy {

    private ShannonEntropy() {}

    /** Of weights that are finite and 0 or more. */
    static double of(Collection<? extends Number> weights) {
        double sum = 0;
        double logarithms = 0;
        for (Number number : weights) {
            double weight = number.doubleValue();
            if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("weight: " + weight);
            }
            if (weight > 0) {
                sum += weight;
                logarithms += weight * Math.log(weight);
            }
        }
        return sum == 0 ? 0 : Math.max(0, Math.log(sum) - logarithms / sum);
    }
}
