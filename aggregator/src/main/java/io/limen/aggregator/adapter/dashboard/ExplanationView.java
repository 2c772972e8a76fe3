package io.limen.aggregator.adapter.dashboard;

import io.limen.schemas.Attribution;
import io.limen.schemas.StrategyFeatures;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;

/**
 * One explanation as JSON, by the names of the schema: the figures, without the maps.
 *
 * @param baselineDice percentage points
 * @param strategy the class of strategy, the version of its thresholds, and every feature that is a finite number
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
                hasOverlay ? "/api/explanations/" + id + "/overlay.png" : null,
                attribution.getSegmentedAt(),
                attribution.getExplainedAt());
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
