package io.limen.explainer.domain.strategy;

import static io.limen.explainer.domain.strategy.PerceptualStrategy.UNDETERMINED;

import io.limen.explainer.domain.strategy.StrategyClassifier.Chance;
import io.limen.explainer.domain.strategy.StrategyFeatures.Classification;
import io.limen.explainer.domain.strategy.StrategyFeatures.Tested;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The class of a map that holds noise. Unlike the features that are told it does not rest on significant blocks alone: a
 * model that looks everywhere a little has hundreds of blocks of which hardly one is significant until draws are many, and
 * by the significant ones it would be local, and surely so. It rests on {@link EffectBounds}: a class has the smaller of the
 * probabilities that the least and the most effects give it, UNDETERMINED the rest, so that what noise may hide counts
 * against LOCAL, but only what noise does not explain counts for another class. Cost dominated by two permutation tests.
 */
final class StrategyJudgement {

    private final BlockGeometry geometry;
    private final long seed;

    /**
     * @param seed of the permutation tests: the explanation's
     */
    StrategyJudgement(BlockGeometry geometry, long seed) {
        this.geometry = geometry;
        this.seed = seed;
    }

    /**
     * @param measured at least one of its blocks is significant
     */
    Classification of(MeasuredEffects measured) {
        Chance chance = chance(measured);
        EffectBounds bounds = new EffectBounds(measured, geometry);
        Map<PerceptualStrategy, Double> least = probabilities(bounds.least(), chance);
        Map<PerceptualStrategy, Double> most = probabilities(bounds.most(), chance);
        Map<PerceptualStrategy, Double> agreed = new EnumMap<>(PerceptualStrategy.class);
        least.forEach((strategy, probability) -> agreed.put(strategy, Math.min(probability, most.get(strategy))));
        double sum = agreed.values().stream().mapToDouble(Double::doubleValue).sum();
        agreed.merge(UNDETERMINED, Math.max(0, 1 - sum), Double::sum);
        return StrategyClassifier.classify(agreed);
    }

    /** Of the sizes as measured, for a permutation must not move what was drawn in by where it lay. */
    private Chance chance(MeasuredEffects measured) {
        double[] sizes = Arrays.stream(measured.ate()).map(Math::abs).toArray();
        return new Chance(
                pValue(new AxisEnrichment(geometry).test(sizes, seed)),
                pValue(new ScanAsymmetry(geometry).test(sizes, seed)));
    }

    private static double pValue(Optional<Tested> tested) {
        return tested.map(Tested::pValue).orElse(1.0);
    }

    private Map<PerceptualStrategy, Double> probabilities(double[] sizes, Chance chance) {
        return StrategyClassifier.probabilities(PatternOfEffects.of(sizes, geometry), chance);
    }
}
