package io.limen.explainer.domain.strategy;

import static io.limen.explainer.domain.strategy.PerceptualStrategy.GLOBAL;
import static io.limen.explainer.domain.strategy.PerceptualStrategy.LOCAL;
import static io.limen.explainer.domain.strategy.PerceptualStrategy.NONE;
import static io.limen.explainer.domain.strategy.PerceptualStrategy.SEQUENTIAL;
import static io.limen.explainer.domain.strategy.PerceptualStrategy.UNDETERMINED;

import io.limen.explainer.domain.strategy.StrategyFeatures.Classification;
import java.util.EnumMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;

/**
 * Names the strategy behind a map, with probabilities that change smoothly with the features, so that noise near a
 * threshold moves a probability a little and not a class altogether. Three questions, each answered by a logistic curve:
 * does it rest on too few blocks to tell, does it follow the scan, and if not, does it stay near the region? The
 * probabilities multiply along the answers and sum to 1. The rules are ours; a change of any constant is a new version.
 */
final class StrategyClassifier {

    /** Version of the constants below, and of what they are applied to. */
    static final String VERSION = "2";

    /**
     * Causal radius that divides local from global: two fifths of that of a uniform map. On the five dermoscopic images it was
     * chosen by it was 0.08 to 0.27 for a U-Net and a UNeXt-like network, which can't see far, and 0.36 to 0.93 for a
     * SegFormer-like and a recurrent one, which can; for a U-Net on small pictures, of which its window is a large part, up
     * to 0.35.
     */
    private static final Logistic FAR = new Logistic(0.4, 0.05);

    /**
     * Axis enrichment that counts as following rows and columns: twice the effect in the bands, which shows as a cross in a
     * map. Patches that happen to lie in a band gave up to 0.47.
     */
    private static final Logistic ALONG_AXES = new Logistic(Math.log(2), 0.15);

    /** Scan asymmetry that counts as one-way: nine tenths of the effect before the region. */
    private static final Logistic ONE_WAY = new Logistic(0.8, 0.05);

    /** Share of the effect beyond r = 1, where the axes are measured, that makes them speak for the map as a whole. */
    private static final Logistic BEYOND = new Logistic(0.2, 0.04);

    /** p-value at which a test counts for half. */
    private static final double LEVEL = 0.05;

    /** The most probable class must be this probable, else no class stands out. */
    private static final double STANDS_OUT = 0.6;

    private StrategyClassifier() {}

    /** The class of a map without a significant block. */
    static Classification none() {
        return new Classification(NONE, probabilities(Map.of(NONE, 1.0)), VERSION);
    }

    /** The class of a map without a significant block whose budget ended too early to have any. */
    static Classification undetermined() {
        return new Classification(UNDETERMINED, probabilities(Map.of(UNDETERMINED, 1.0)), VERSION);
    }

    /**
     * Probabilities of a pattern, summing to 1; no pattern is UNDETERMINED.
     *
     * @param chance how easily each test's statistic comes about by chance
     */
    static Map<PerceptualStrategy, Double> probabilities(Optional<PatternOfEffects> pattern, Chance chance) {
        return pattern.map(known -> probabilities(known, chance))
                .orElseGet(() -> probabilities(Map.of(UNDETERMINED, 1.0)));
    }

    private static Map<PerceptualStrategy, Double> probabilities(PatternOfEffects pattern, Chance chance) {
        double unclear = 1 / (1 + pattern.effectiveBlocks());
        double far = FAR.at(pattern.causalRadius());
        double axes = evidence(pattern.axisEnrichment(), ALONG_AXES, chance.axis()) * BEYOND.at(pattern.beyond());
        // a boundary has its object on one side, so a local map is one-sided without any scan
        double scan = evidence(pattern.scanAsymmetry(), ONE_WAY, chance.scan()) * far;
        double sequential = 1 - (1 - axes) * (1 - scan);
        double clear = 1 - unclear;
        return probabilities(Map.of(
                UNDETERMINED, unclear,
                SEQUENTIAL, clear * sequential,
                GLOBAL, clear * (1 - sequential) * far,
                LOCAL, clear * (1 - sequential) * (1 - far)));
    }

    /** The class with these probabilities. */
    static Classification classify(Map<PerceptualStrategy, Double> probabilities) {
        return new Classification(mostProbable(probabilities), probabilities, VERSION);
    }

    private static double evidence(Optional<Double> statistic, Logistic size, double pValue) {
        return statistic
                .map(value -> size.at(value) / (1 + Math.pow(pValue / LEVEL, 2)))
                .orElse(0.0);
    }

    private static PerceptualStrategy mostProbable(Map<PerceptualStrategy, Double> probabilities) {
        return probabilities.entrySet().stream()
                .filter(entry -> entry.getValue() >= STANDS_OUT)
                .map(Entry::getKey)
                .findFirst()
                .orElse(UNDETERMINED);
    }

    private static Map<PerceptualStrategy, Double> probabilities(Map<PerceptualStrategy, Double> some) {
        Map<PerceptualStrategy, Double> all = new EnumMap<>(PerceptualStrategy.class);
        for (PerceptualStrategy strategy : PerceptualStrategy.values()) {
            all.put(strategy, some.getOrDefault(strategy, 0.0));
        }
        return all;
    }

    /**
     * How easily a statistic as great comes about by chance: p-values in (0,1], 1 where there is no statistic.
     *
     * @param axis of the axis enrichment
     * @param scan of the scan asymmetry
     */
    record Chance(double axis, double scan) {}

    /** 1 / (1 + exp(-(x - middle) / width)): 0.5 in the middle, 0.88 two widths above it. */
    private record Logistic(double middle, double width) {
        double at(double x) {
            return 1 / (1 + Math.exp(-(x - middle) / width));
        }
    }
}
