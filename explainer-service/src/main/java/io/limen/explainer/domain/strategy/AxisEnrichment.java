package io.limen.explainer.domain.strategy;

import io.limen.explainer.domain.strategy.StrategyFeatures.Tested;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Whether effects beyond r = 1 gather in the rows and columns of the region, as in a network that scans along them:
 * ln(mean a in the bands) - ln(mean a off the bands at matched radius). Matched: within each narrow ring that holds both
 * kinds of blocks, the mean off the bands is weighted by the ring's blocks in the bands. Natural logarithm; 0 for a map
 * that does not prefer the bands. Cost O(blocks) and {@link PermutationTest#PERMUTATIONS} times that for the p-value.
 */
final class AxisEnrichment {

    /**
     * A mean counts as at least this share of the overall mean, for the logarithm of 0 is no number: the value is bounded
     * and stays exact as long as neither mean is a thousand times smaller than the overall one.
     */
    private static final double FLOOR = 1e-3;

    private final int[] blocks;
    private final int[] strata;
    private final boolean[] inBand;
    private final double[] weights;

    AxisEnrichment(BlockGeometry geometry) {
        blocks = matched(geometry);
        strata = Arrays.stream(blocks).map(geometry::stratum).toArray();
        inBand = new boolean[blocks.length];
        for (int i = 0; i < blocks.length; i++) {
            inBand[i] = geometry.inBand(blocks[i]);
        }
        weights = weights();
    }

    /** The blocks with r above 1 in strata that hold blocks in the bands and blocks off them. */
    private static int[] matched(BlockGeometry geometry) {
        Set<Integer> on = new HashSet<>();
        Set<Integer> off = new HashSet<>();
        for (int i = 0; i < geometry.size(); i++) {
            (geometry.inBand(i) ? on : off).add(geometry.stratum(i));
        }
        return IntStream.range(0, geometry.size())
                .filter(i -> geometry.radius(i) > 1)
                .filter(i -> on.contains(geometry.stratum(i)) && off.contains(geometry.stratum(i)))
                .toArray();
    }

    /** Weight of each block in its mean; the weights in the bands sum to 1, those off the bands too. */
    private double[] weights() {
        int[][] counts = new int[Arrays.stream(strata).max().orElse(-1) + 1][2];
        int inBands = 0;
        for (int i = 0; i < blocks.length; i++) {
            counts[strata[i]][inBand[i] ? 1 : 0]++;
            inBands += inBand[i] ? 1 : 0;
        }
        double[] result = new double[blocks.length];
        for (int i = 0; i < blocks.length; i++) {
            int[] count = counts[strata[i]];
            result[i] = inBand[i] ? 1.0 / inBands : (double) count[1] / count[0] / inBands;
        }
        return result;
    }

    /**
     * @param sizes a per treated block, 0 or more
     * @return empty when no ring holds both kinds of blocks, or no effect lies in those that do
     */
    Optional<Tested> test(double[] sizes, long seed) {
        double[] own = own(sizes);
        double mean = Arrays.stream(own).average().orElse(0);
        return value(sizes)
                .map(value -> new Tested(
                        value, new PermutationTest(strata, seed).pValue(own, values -> enrichment(values, mean))));
    }

    /** The statistic alone, of sizes as in {@link #test}; empty when that is. */
    Optional<Double> value(double[] sizes) {
        double[] own = own(sizes);
        double mean = Arrays.stream(own).average().orElse(0);
        return mean == 0 ? Optional.empty() : Optional.of(enrichment(own, mean));
    }

    private double[] own(double[] sizes) {
        return Arrays.stream(blocks).mapToDouble(i -> sizes[i]).toArray();
    }

    private double enrichment(double[] values, double mean) {
        double on = 0;
        double off = 0;
        for (int i = 0; i < values.length; i++) {
            if (inBand[i]) {
                on += weights[i] * values[i];
            } else {
                off += weights[i] * values[i];
            }
        }
        return Math.log(Math.max(on, FLOOR * mean)) - Math.log(Math.max(off, FLOOR * mean));
    }
}
