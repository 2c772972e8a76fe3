package io.limen.aggregator.domain.comparison;

import io.limen.aggregator.domain.strategy.Feature;
import io.limen.aggregator.domain.strategy.PerceptualStrategy;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How much two versions may differ and still be taken for alike; set before anybody looks.
 *
 * @param features largest difference of the means per feature, in its unit, above 0
 * @param shares largest difference of the shares per class of strategy, in (0,1)
 * @param leastStudies of either version, 2 or more: with fewer nothing is decided
 */
public record AcceptanceLimits(
        Map<Feature, Double> features, Map<PerceptualStrategy, Double> shares, int leastStudies) {

    /** With fewer studies intervals for means lean on a normal distribution that nobody has seen. */
    public static final int USUAL_STUDIES = 20;

    public AcceptanceLimits {
        if (features.isEmpty() && shares.isEmpty()) {
            throw new IllegalArgumentException("no limit is set");
        }
        features.forEach((feature, limit) -> {
            if (!(limit > 0 && Double.isFinite(limit))) {
                throw new IllegalArgumentException(feature.fieldName() + " is " + limit + ", not above 0");
            }
        });
        shares.forEach((strategy, limit) -> {
            if (!(limit > 0 && limit < 1)) {
                throw new IllegalArgumentException(strategy + " is " + limit + ", not above 0 and below 1");
            }
        });
        if (leastStudies < 2) {
            throw new IllegalArgumentException("leastStudies is " + leastStudies + ", not 2 or more");
        }
        features = ordered(Feature.class, features);
        shares = ordered(PerceptualStrategy.class, shares);
    }

    private static <K extends Enum<K>> Map<K, Double> ordered(Class<K> type, Map<K, Double> limits) {
        Map<K, Double> copy = new EnumMap<>(type);
        copy.putAll(limits);
        return Collections.unmodifiableMap(copy);
    }
}
