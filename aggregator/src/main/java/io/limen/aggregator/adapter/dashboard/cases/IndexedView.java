package io.limen.aggregator.adapter.dashboard.cases;

import java.time.Instant;

/**
 * An indexed explanation as JSON.
 *
 * @param baselineDice percentage points; null where there is none
 * @param link where all of it is
 */
public record IndexedView(
        String explanationId,
        String model,
        String site,
        String referenceMode,
        String strategy,
        Double baselineDice,
        Instant segmentedAt,
        Instant explainedAt,
        String link) {

    static IndexedView of(IndexedCase entry) {
        return new IndexedView(
                entry.explanationId(),
                entry.group().model(),
                entry.group().site(),
                entry.group().referenceMode(),
                entry.strategy().name(),
                Float.isFinite(entry.baselineDice()) ? (Double) (double) entry.baselineDice() : null,
                entry.segmentedAt(),
                entry.explainedAt(),
                "/api/explanations/" + entry.explanationId());
    }
}
