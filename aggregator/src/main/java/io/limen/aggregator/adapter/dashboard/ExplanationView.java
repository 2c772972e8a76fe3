package io.limen.aggregator.adapter.dashboard;

import io.limen.schemas.Attribution;
import io.limen.schemas.StrategyFeatures;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.avro.Schema;

/**
 * One explanation as JSON, by the names of the schema: the figures, without the maps.
 *
 * @param baselineDice percentage points
 * @param strategy the class of strategy, the version of its thresholds, and every feature that is a finite number
 * @param greatestEffect of a block, by its size, Dice points: each picture's colours reach to its own; null where there is none
 * @param overlay where the picture is; null when there is none
 */
public record ExplanationView(
        String explanationId,
        String caseId,
        String site,
        String model,
        String modelVersion,
        String referenceMode,
        Double baselineDice,
        long forwards,
        long elapsedMillis,
        boolean budgetExhausted,
        Map<String, Object> strategy,
        Double greatestEffect,
        String overlay,
        Instant segmentedAt,
        Instant explainedAt) {

    static ExplanationView of(Attribution attribution, boolean hasOverlay) {
        String id = attribution.getExplanationId();
        return new ExplanationView(
                id,
                attribution.getCaseId(),
                attribution.getSite(),
                attribution.getModel(),
                attribution.getModelVersion(),
                attribution.getReferenceMode().name(),
                FeatureView.finite(attribution.getBaselineDice()),
                attribution.getForwards(),
                attribution.getElapsedMillis(),
                attribution.getBudgetExhausted(),
                strategy(attribution.getStrategy()),
                greatest(attribution.getEffects()),
                hasOverlay ? "/api/explanations/" + id + "/overlay.png" : null,
                attribution.getSegmentedAt(),
                attribution.getExplainedAt());
    }

    /** Blocks within the region have none. */
    private static Double greatest(List<Double> effects) {
        return FeatureView.finite(effects.stream()
                .filter(Objects::nonNull)
                .mapToDouble(Math::abs)
                .max()
                .orElse(Double.NaN));
    }

    private static Map<String, Object> strategy(StrategyFeatures features) {
        Map<String, Object> named = new TreeMap<>();
        for (Schema.Field field : StrategyFeatures.getClassSchema().getFields()) {
            if (features.get(field.pos()) instanceof Double value && Double.isFinite(value)) {
                named.put(field.name(), value);
            }
        }
        named.put("strategy", features.getStrategy().name());
        named.put("classifierVersion", features.getClassifierVersion());
        return named;
    }
}
