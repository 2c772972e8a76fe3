package io.limen.aggregator.domain.heterogeneity;

import java.util.Collection;
import java.util.OptionalDouble;

/**
 * Entropy of the shares of classes, corrected for counting few: H + (K - 1) / (2 n) with K classes seen in n explanations
 * (Miller 1955), nats, 0 or more; empty without an explanation. Costs O(K).
 */
public final class ClassEntropy {

    private ClassEntropy() {}

    /** Of explanations per class. */
    public static OptionalDouble of(Collection<Long> counts) {
        long explanations = counts.stream().mapToLong(Long::longValue).sum();
        if (explanations == 0) {
            return OptionalDouble.empty();
        }
        long seen = counts.stream().filter(count -> count > 0).count();
        return OptionalDouble.of(ShannonEntropy.of(counts) + (seen - 1) / (2.0 * explanations));
    }
}
