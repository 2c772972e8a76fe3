package io.limen.explainer.domain.comparison;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * p-values that hold for all comparisons of a table together (Holm 1979): with p(1) to p(m) sorted, the adjusted p(k) is the largest of
 * (m - j + 1) p(j) for j up to k, at most 1. What is below 0.05 then has, with all the others, a chance of at most 5 % to be one
 * false call or more, whatever the comparisons have to do with each other.
 */
public final class Holm {

    /** The chance that is accepted. */
    public static final double LEVEL = 0.05;

    private Holm() {}

    /**
     * The adjusted p-values, in the order given; none of none. Cost O(m log m).
     *
     * @param pValues one per comparison, in [0,1]
     */
    public static List<Double> adjusted(List<Double> pValues) {
        int all = pValues.size();
        Double[] adjusted = new Double[all];
        List<Integer> order = IntStream.range(0, all)
                .boxed()
                .sorted(Comparator.comparing(pValues::get))
                .toList();
        double largest = 0;
        for (int rank = 0; rank < all; rank++) {
            double p = pValues.get(order.get(rank));
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException("Holm: p " + p);
            }
            largest = Math.max(largest, Math.min(1, (all - rank) * p));
            adjusted[order.get(rank)] = largest;
        }
        return List.of(adjusted);
    }
}
