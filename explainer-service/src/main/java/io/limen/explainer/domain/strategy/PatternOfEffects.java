package io.limen.explainer.domain.strategy;

import java.util.Arrays;
import java.util.Optional;

/**
 * What the classifier asks of a map, p_i = a_i / sum a.
 *
 * @param causalRadius sum p r / mean r, 0 or more; 1 for a uniform map
 * @param beyond sum of p where r &gt; 1, in [0,1]
 * @param effectiveBlocks 1 / sum p^2, 1 or more
 * @param axisEnrichment natural logarithm; empty where it can't be measured
 * @param scanAsymmetry in [-1,1]; empty where it can't be measured
 */
record PatternOfEffects(
        double causalRadius,
        double beyond,
        double effectiveBlocks,
        Optional<Double> axisEnrichment,
        Optional<Double> scanAsymmetry) {

    /**
     * The pattern of some sizes: a per treated block, 0 or more. Cost O(B).
     *
     * @return empty when all of them are 0
     */
    static Optional<PatternOfEffects> of(double[] sizes, BlockGeometry geometry) {
        if (Arrays.stream(sizes).allMatch(size -> size == 0)) {
            return Optional.empty();
        }
        ShapeFeatures shape = new ShapeFeatures(geometry, sizes);
        return Optional.of(new PatternOfEffects(
                shape.causalRadius(),
                1 - shape.locality(),
                shape.effectiveBlocks(),
                new AxisEnrichment(geometry).value(sizes),
                new ScanAsymmetry(geometry).value(sizes)));
    }
}
