package io.limen.explainer.domain.strategy;

import static io.limen.explainer.domain.strategy.PerceptualStrategy.GLOBAL;
import static io.limen.explainer.domain.strategy.PerceptualStrategy.LOCAL;
import static io.limen.explainer.domain.strategy.PerceptualStrategy.NONE;
import static io.limen.explainer.domain.strategy.PerceptualStrategy.SEQUENTIAL;
import static io.limen.explainer.domain.strategy.PerceptualStrategy.UNDETERMINED;

import io.limen.explainer.domain.strategy.StrategyFeatures.Classification;
import io.limen.explainer.domain.strategy.StrategyFeatures.Shape;
import io.limen.explainer.domain.strategy.StrategyFeatures.Tested;
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

    /** Version of the constants below. */
    static final String VERSION = "1";

    /**
     * Causal radius that divides local from global, where 1 is a uniform map: between those of a small U-Net (0.22 and
     * 0.27) and of a small SegFormer (0.56 and 0.81), measured on two dermoscopic images.
     */
    private static final Logistic FAR = new Logistic(0.45, 0.08);

    /** Axis enrichment that counts as following rows and columns: twice the effect in the bands. */
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
     * @param shape the map's features
     * @param effectiveBlocks 1 / sum p^2, 1 or more
     */
    static Classification classify(Shape shape, double effectiveBlocks) {
        double unclear = 1 / (1 + effectiveBlocks);
        double far = FAR.at(shape.causalRadius());
        double axes = evidence(shape.axis(), ALONG_AXES) * BEYOND.at(1 - shape.locality());
        // a boundary has its object on one side, so a local map is one-sided without any scan
        double scan = evidence(shape.scan(), ONE_WAY) * far;
        double sequential = 1 - (1 - axes) * (1 - scan);
        double clear = 1 - unclear;
        Map<PerceptualStrategy, Double> probabilities = probabilities(Map.of(
                UNDETERMINED, unclear,
                SEQUENTIAL, clear * sequential,
                GLOBAL, clear * (1 - sequential) * far,
                LOCAL, clear * (1 - sequential) * (1 - far)));
        return new Classification(mostProbable(probabilities), probabilities, VERSION);
    }

    private static double evidence(Optional<Tested> tested, Logistic size) {
        return tested.map(test -> size.at(test.value()) / (1 + Math.pow(test.pValue() / LEVEL, 2)))
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

    /** 1 / (1 + exp(-(x - middle) / width)): 0.5 in the middle, 0.88 two widths above it. */
    private record Logistic(double middle, double width) {
        double at(double x) {
            return 1 / (1 + Math.exp(-(x - middle) / width));
        }
    }
}
