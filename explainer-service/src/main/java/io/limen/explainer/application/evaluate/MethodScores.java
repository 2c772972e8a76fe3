package io.limen.explainer.application.evaluate;

import io.limen.explainer.domain.faithfulness.Metric;
import io.limen.explainer.domain.saliency.BlockRelevance;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How one method did on one case.
 *
 * @param method its name
 * @param relevance its map, one value per treated block; empty when it failed
 * @param metrics what could be told of it; one that has no value here is left out
 * @param failure why there is no map, in one line
 */
public record MethodScores(
        String method, Optional<BlockRelevance> relevance, Map<Metric, Double> metrics, Optional<String> failure) {

    /** The method whose map is allowed the judges' own donors: what can be reached, about. */
    public static final String ORACLE = "oracle";

    public MethodScores {
        Map<Metric, Double> sorted = new EnumMap<>(Metric.class);
        sorted.putAll(metrics);
        metrics = Collections.unmodifiableMap(sorted);
    }
}
