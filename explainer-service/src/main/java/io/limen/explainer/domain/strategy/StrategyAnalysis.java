package io.limen.explainer.domain.strategy;

import io.limen.explainer.domain.image.BlockGrid;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.strategy.StrategyFeatures.Classification;
import io.limen.explainer.domain.strategy.StrategyFeatures.Shape;
import java.util.Arrays;
import java.util.Optional;

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
     * @param measured what was found of the treated blocks
     * @param signed whether the sign means anything: only against a ground truth
     * @param complete whether the schedule ran to its end; where it did not, finding nothing significant says nothing
     * @return all features. Cost dominated by four permutation tests and 100 replicates: some 50 ms for 1,000 blocks
     */
    public StrategyFeatures features(MeasuredEffects measured, boolean signed, boolean complete) {
        if (measured.size() != geometry.size()) {
            throw new IllegalArgumentException("StrategyAnalysis: " + measured.size() + " for " + geometry.size());
        }
        double[] counted = measured.counted();
        double[] effects = measured.told();
        double[] sizes = Arrays.stream(effects).map(Math::abs).toArray();
        boolean none = Arrays.stream(sizes).allMatch(size -> size == 0);
        Optional<Shape> shape = none ? Optional.empty() : Optional.of(shape(effects, sizes, signed));
        Classification classification = shape.map(known -> new StrategyJudgement(geometry, seed).of(measured))
                .orElseGet(complete ? StrategyClassifier::none : StrategyClassifier::undetermined);
        return new StrategyFeatures(
                SignedEffects.share(counted, effect -> effect < 0),
                SignedEffects.share(counted, effect -> effect > 0),
                SignedEffects.share(counted, effect -> effect == 0),
                shape,
                classification,
                Profile.of(geometry, effects),
                new NoiseBootstrap(geometry, signed, seed).of(measured));
    }

    private Shape shape(double[] effects, double[] sizes, boolean signed) {
        ShapeFeatures features = new ShapeFeatures(geometry, sizes);
        return new Shape(
                features.locality(),
                features.enrichment(),
                features.causalRadius(),
                features.entropy(),
                features.participation(),
                features.gini(),
                signed ? Optional.of(SignedEffects.balance(effects)) : Optional.empty(),
                new AxisEnrichment(geometry).test(sizes, seed),
                new ScanAsymmetry(geometry).test(sizes, seed));
    }
}
