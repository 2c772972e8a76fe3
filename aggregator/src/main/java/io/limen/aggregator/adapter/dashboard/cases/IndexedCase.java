package io.limen.aggregator.adapter.dashboard.cases;

import io.limen.schemas.PerceptualStrategy;
import java.time.Instant;

/**
 * What the index holds of one explanation.
 *
 * @param explanationId 64 hexadecimal digits
 * @param baselineDice percentage points; NaN where the record said none
 * @param partition of the topic of attributions
 * @param offset in that partition
 */
record IndexedCase(
        String explanationId,
        CaseGroup group,
        PerceptualStrategy strategy,
        float baselineDice,
        Instant segmentedAt,
        Instant explainedAt,
        int partition,
        long offset) {}
