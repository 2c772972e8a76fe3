package io.limen.aggregator.domain.report;

import io.limen.aggregator.domain.statistics.GroupKey;
import io.limen.aggregator.domain.strategy.Feature;
import io.limen.aggregator.domain.strategy.PerceptualStrategy;
import io.limen.aggregator.domain.strategy.Profile;
import io.limen.aggregator.domain.strategy.ReferenceMode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Cases as a report sees them. */
public final class SampleCases {

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private SampleCases() {}

    /** One case of a study. */
    public static ReportedCase of(
            String model, String caseId, String study, double locality, PerceptualStrategy strategy) {
        return new ReportedCase(
                "a".repeat(64),
                model,
                new GroupKey("clinic", ReferenceMode.GROUND_TRUTH),
                caseId,
                Optional.ofNullable(study),
                NOW,
                Map.of(Feature.LOCALITY, locality),
                strategy,
                Profile.ZERO,
                new ReportedCase.Origin("b".repeat(64), "c".repeat(64)),
                true);
    }
}
