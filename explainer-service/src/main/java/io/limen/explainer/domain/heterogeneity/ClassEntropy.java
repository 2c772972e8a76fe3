package io.limen.explainer.domain.heterogeneity;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Entropy of the shares of classes, corrected for counting few: H + (K - 1) / (2 n) with K classes seen in n cases (Miller 1955), nats,
 * 0 or more; empty without a case. Cost O(classes).
 */
public final class ClassEntropy {

    private ClassEntropy() {}

    /** @param counts cases of each class */
    public static OptionalDouble of(int[] counts) {
        int cases = Arrays.stream(counts).sum();
        if (cases == 0) {
            return OptionalDouble.empty();
        }
        long seen = Arrays.stream(counts).filter(count -> count > 0).count();
        double entropy =
                ShannonEntropy.of(Arrays.stream(counts).asDoubleStream().toArray());
        return OptionalDouble.of(entropy + (seen - 1) / (2.0 * cases));
    }
}
