package io.limen.aggregator.domain.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.aggregator.domain.strategy.PerceptualStrategy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PeriodReportTest {

    private static final Period DAY =
            new Period(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-03-02T00:00:00Z"));

    @Test
    void meansAreOverStudiesAndNotOverCases() {
        PeriodReport report = PeriodReport.of(
                DAY,
                List.of(
                        SampleCases.of("unet@1", "1", "s", 0.2, PerceptualStrategy.LOCAL),
                        SampleCases.of("unet@1", "2", "s", 0.4, PerceptualStrategy.LOCAL),
                        SampleCases.of("unet@1", "3", "t", 0.9, PerceptualStrategy.GLOBAL)),
                List.of());

        ModelFinding finding = report.models().get(0);
        assertEquals(3, finding.explanations());
        assertEquals(2, finding.studies());
        assertEquals(0.6, finding.features().get(0).mean(), 1e-12);
        assertTrue(finding.features().get(0).interval().isPresent());
        assertEquals(2, finding.classes().get(PerceptualStrategy.LOCAL));
        assertEquals(Instant.parse("2026-03-01T12:00:00Z"), finding.mix().firstKey());
    }

    @Test
    void oneStudyHasAMeanAndNoInterval() {
        PeriodReport report = PeriodReport.of(
                DAY, List.of(SampleCases.of("unet@1", "1", "s", 0.2, PerceptualStrategy.LOCAL)), List.of());
        assertEquals(Optional.empty(), report.models().get(0).features().get(0).interval());
    }

    @Test
    void intervalsOfTimeAreFewEnoughForAPage() {
        Instant from = DAY.from();
        for (int days : new int[] {1, 7, 30, 90, 400, 4_000}) {
            Duration whole = Duration.ofDays(days);
            assertTrue(whole.dividedBy(new Period(from, from.plus(whole)).width()) <= 32, days + " days");
        }
    }
}
