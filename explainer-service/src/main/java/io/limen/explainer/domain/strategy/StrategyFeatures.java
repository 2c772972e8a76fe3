package io.limen.explainer.domain.strategy;

import java.util.Map;
import java.util.Optional;

/**
 * Features of one attribution map. With a_i = |ATE_i| where significant, else 0, over the B treated blocks.
 *
 * @param supportingShare share of blocks with ATE &lt; 0, in [0,1]
 * @param hinderingShare share of blocks with ATE &gt; 0, in [0,1]
 * @param irrelevantShare share of blocks with ATE = 0, in [0,1]; the three sum to 1
 * @param shape features of where the effects lie; empty when no block is significant
 * @param classification the class of strategy with its probabilities
 * @param profile 6 rings (r to 0.5, 1, 1.5, 2, 3 and beyond) x 4 quadrants (above, right, below, left of the region's
 *     centre, between the diagonals) x 2 signs (supporting, hindering), 48 cells, ring-major, then quadrant, then sign;
 *     sums to 1, or all 0
 * @param noise what the Monte Carlo noise of the map leaves uncertain in all of these
 */
public record StrategyFeatures(
        double supportingShare,
        double hinderingShare,
        double irrelevantShare,
        Optional<Shape> shape,
        Classification classification,
        double[] profile,
        FeatureNoise noise) {

    /** Cells of a profile. */
    public static final int PROFILE_CELLS = 48;

    public StrategyFeatures {
        profile = profile.clone();
        if (profile.length != PROFILE_CELLS) {
            throw new IllegalArgumentException("StrategyFeatures: profile of " + profile.length);
        }
    }

    @Override
    public double[] profile() {
        return profile.clone();
    }

    /**
     * Where the effects lie; p_i = a_i / sum a, r_i is the distance from the block's centre to the
     * region's edge divided by the square root of the region's area.
     *
     * @param locality sum of p where r &lt;= 1, in [0,1]
     * @param enrichment locality over the share of blocks with r &lt;= 1; empty when there is no such block
     * @param causalRadius sum p r / mean r; 1 for a uniform map
     * @param entropy -sum p ln p / ln B, in [0,1]; 0 when B is 1
     * @param participation 1 / (B sum p^2), in (0,1]
     * @param gini Gini coefficient of a, in [0,1)
     * @param signBalance sum ATE / sum |ATE|, in [-1,1]; empty without a ground truth
     * @param axis enrichment along the region's rows and columns; empty where it can't be measured
     * @param scan asymmetry in raster order; empty where it can't be measured
     */
    public record Shape(
            double locality,
            Optional<Double> enrichment,
            double causalRadius,
            double entropy,
            double participation,
            double gini,
            Optional<Double> signBalance,
            Optional<Tested> axis,
            Optional<Tested> scan) {}

    /**
     * A statistic with its permutation p-value.
     *
     * @param value the statistic
     * @param pValue in (0,1]
     */
    public record Tested(double value, double pValue) {}

    /**
     * The class of strategy.
     *
     * @param strategy most probable class, or UNDETERMINED
     * @param probabilities per class, summing to 1
     * @param version of the thresholds
     */
    public record Classification(
            PerceptualStrategy strategy, Map<PerceptualStrategy, Double> probabilities, String version) {

        public Classification {
            probabilities = Map.copyOf(probabilities);
        }
    }
}
