package io.limen.explainer.domain.strategy;

import io.limen.explainer.domain.image.BlockGrid;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.strategy.StrategyFeatures.Classification;
import io.limen.explainer.domain.strategy.StrategyFeatures.Shape;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoublePredicate;

/** Computes every strategy feature of one attribution map (method, section 5). */
public final class StrategyAnalysis {

    private final BlockGeometry geometry;
    private final long seed;

    /**
     * @param grid the tiling of the input
     * @param region the region explained
     * @param seed of the permutation tests: the explanation's
     */
    public StrategyAnalysis(BlockGrid grid, RegionOfInterest region, long seed) {
        this.geometry = new BlockGeometry(grid, region);
        this.seed = seed;
    }

    /**
     * @param ate average treatment effect per treated block in row-major order, percentage points
     * @param significant per treated block
     * @param signed whether the sign means anything: only against a ground truth
     * @param complete whether the schedule ran to its end; where it did not, finding nothing significant says nothing
     * @return all features. Cost dominated by two permutation tests: some 20 ms for 1,000 blocks
     */
    public StrategyFeatures features(double[] ate, boolean[] significant, boolean signed, boolean complete) {
        if (ate.length != geometry.size() || significant.length != ate.length || ate.length == 0) {
            throw new IllegalArgumentException("StrategyAnalysis: " + ate.length + " for " + geometry.size());
        }
        double[] effects = ate.clone();
        for (int i = 0; i < effects.length; i++) {
            effects[i] = significant[i] ? ate[i] : 0;
        }
        double[] sizes = Arrays.stream(effects).map(Math::abs).toArray();
        boolean none = Arrays.stream(sizes).allMatch(size -> size == 0);
        Optional<Shape> shape = none ? Optional.empty() : Optional.of(shape(effects, sizes, signed));
        Classification classification = shape.map(known ->
                        StrategyClassifier.classify(known, new ShapeFeatures(geometry, sizes).effectiveBlocks()))
                .orElseGet(complete ? StrategyClassifier::none : StrategyClassifier::undetermined);
        return new StrategyFeatures(
                share(ate, effect -> effect < 0),
                share(ate, effect -> effect > 0),
                share(ate, effect -> effect == 0),
                shape,
                classification,
                Profile.of(geometry, effects),
                FeatureNoise.UNKNOWN);
    }

    private Shape shape(double[] effects, double[] sizes, boolean signed) {
        ShapeFeatures features = new ShapeFeatures(geometry, sizes);
        double balance = Arrays.stream(effects).sum() / Arrays.stream(sizes).sum();
        return new Shape(
                features.locality(),
                features.enrichment(),
                features.causalRadius(),
                features.entropy(),
                features.participation(),
                features.gini(),
                signed ? Optional.of(Math.max(-1, Math.min(1, balance))) : Optional.empty(),
                new AxisEnrichment(geometry).test(sizes, seed),
                new ScanAsymmetry(geometry).test(sizes, seed));
    }

    private static double share(double[] ate, DoublePredicate sign) {
        return (double) Arrays.stream(ate).filter(sign).count() / ate.length;
    }
}
