package io.limen.aggregator.domain.heterogeneity;

import java.util.Collection;
import java.util.OptionalDouble;

/**
 * Entropy of the shares of classes, corrected for counting few: H + (K - 1) / (2 n) with K classes seen in explanations that are
 * worth n of equal weight (Miller 1955), nats, 0 or more; empty without an explanation. Costs O(K).
 */
public final class ClassEntropy {

    private ClassEntropy() {}

    /** Of explanations per class, all of equal weight. */
    public static OptionalDouble of(Collection<Long> counts) {
        return of(counts, counts.stream().mapToLong(Long::longValue).sum());
    }

    /**
     * Of explanations per class.
     *
     * @param effectiveSize as many of equal weight tell as much, more than 0 where there are any
     */
    public static OptionalDouble of(Collection<Long> counts, double effectiveSize) {
        long explanations = counts.stream().mapToLong(Long::longValue).sum();
        if (explanations == 0) {
            return OptionalDouble.empty();
        }
        long seen = counts.stream().filter(count -> count > 0).count();
        return OptionalDouble.of(ShannonEntropy.of(counts) + (seen - 1) / (2 * effectiveSize));
    }
}
