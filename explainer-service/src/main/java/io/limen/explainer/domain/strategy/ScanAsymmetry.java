package io.limen.explainer.domain.strategy;

import io.limen.explainer.domain.strategy.StrategyFeatures.Tested;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Whether effects come before or after the region in raster order, as in a network that scans the image once:
 * (A_before - A_after) / (A_before + A_after), A the sum of a over the blocks on that side. In [-1,1]; it also depends on
 * where the region lies, which the p-value accounts for. Cost O(blocks) and {@link PermutationTest#PERMUTATIONS} times
 * that for the p-value.
 */
final class ScanAsymmetry {

    private final boolean[] before;
    private final int[] strata;

    ScanAsymmetry(BlockGeometry geometry) {
        before = new boolean[geometry.size()];
        for (int i = 0; i < before.length; i++) {
            before[i] = geometry.before(i);
        }
        strata = IntStream.range(0, geometry.size()).map(geometry::stratum).toArray();
    }

    /**
     * @param sizes a per treated block, 0 or more
     * @return empty when there is no effect, or no block on one of the sides
     */
    Optional<Tested> test(double[] sizes, long seed) {
        return value(sizes)
                .map(value -> new Tested(value, new PermutationTest(strata, seed).pValue(sizes, this::asymmetry)));
    }

    /** The statistic alone, of sizes as in {@link #test}; empty when that is. */
    Optional<Double> value(double[] sizes) {
        long preceding =
                IntStream.range(0, before.length).filter(i -> before[i]).count();
        boolean oneSided = preceding == 0 || preceding == before.length;
        if (oneSided || IntStream.range(0, sizes.length).allMatch(i -> sizes[i] == 0)) {
            return Optional.empty();
        }
        return Optional.of(asymmetry(sizes));
    }

    private double asymmetry(double[] sizes) {
        double first = 0;
        double second = 0;
        for (int i = 0; i < sizes.length; i++) {
            if (before[i]) {
                first += sizes[i];
            } else {
                second += sizes[i];
            }
        }
        return (first - second) / (first + second);
    }
}
