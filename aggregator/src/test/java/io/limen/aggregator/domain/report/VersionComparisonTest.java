package io.limen.aggregator.domain.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.aggregator.domain.comparison.AcceptanceLimits;
import io.limen.aggregator.domain.comparison.Verdict;
import io.limen.aggregator.domain.report.Compared.Method;
import io.limen.aggregator.domain.strategy.Feature;
import io.limen.aggregator.domain.strategy.PerceptualStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VersionComparisonTest {

    private static final AcceptanceLimits LIMITS =
            new AcceptanceLimits(Map.of(Feature.LOCALITY, 0.05), Map.of(PerceptualStrategy.LOCAL, 0.1), 20);

    private final Random random = new Random(7);

    /** The level of a case is its own, whichever version explains it. */
    private List<ReportedCase> cases(String model, String prefix, int count, double shift, double noise) {
        Random levels = new Random(prefix.hashCode());
        List<ReportedCase> cases = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            double level = 0.5 + 0.2 * levels.nextGaussian();
            cases.add(SampleCases.of(
                    model,
                    prefix + index,
                    null,
                    level + shift + noise * random.nextGaussian(),
                    index % 2 == 0 ? PerceptualStrategy.LOCAL : PerceptualStrategy.GLOBAL));
        }
        return cases;
    }

    @Test
    void theSameCasesAreComparedEachWithItself() {
        VersionComparison comparison = VersionComparison.of(
                cases("unet@1", "case", 40, 0, 0.02), cases("unet@2", "case", 40, 0.01, 0.02), LIMITS);

        assertTrue(comparison.paired());
        assertEquals(Method.STUDENT_PAIRED, comparison.figures().get(0).method());
        assertEquals(Method.NEWCOMBE_PAIRED, comparison.figures().get(1).method());
        assertEquals(Verdict.ACCEPTED, comparison.figures().get(0).verdict());
        assertEquals(Verdict.ACCEPTED, comparison.verdict());
    }

    @Test
    void asTwoSamplesSoManyStudiesAreNotEnough() {
        VersionComparison comparison = VersionComparison.of(
                cases("unet@1", "one", 40, 0, 0.02), cases("unet@2", "other", 40, 0.01, 0.02), LIMITS);

        assertFalse(comparison.paired());
        assertEquals(Method.WELCH, comparison.figures().get(0).method());
        assertEquals(Method.NEWCOMBE, comparison.figures().get(1).method());
        assertEquals(Verdict.UNDECIDED, comparison.verdict());
    }

    @Test
    void aChangeBeyondTheLimitIsRejected() {
        VersionComparison comparison = VersionComparison.of(
                cases("unet@1", "case", 40, 0, 0.02), cases("unet@2", "case", 40, -0.1, 0.02), LIMITS);

        assertEquals(Verdict.REJECTED, comparison.verdict());
    }

    @Test
    void fewStudiesDecideNothing() {
        VersionComparison comparison = VersionComparison.of(
                cases("unet@1", "case", 19, 0, 0.001), cases("unet@2", "case", 19, 0, 0.001), LIMITS);

        assertEquals(Verdict.UNDECIDED, comparison.figures().get(0).verdict());
    }

    @Test
    void casesThatAreNoPairsAreLeftOutAndCounted() {
        List<ReportedCase> first = cases("unet@1", "case", 40, 0, 0.02);
        List<ReportedCase> second = new ArrayList<>(cases("unet@2", "case", 38, 0, 0.02));
        second.addAll(cases("unet@2", "more", 3, 0, 0.02));

        VersionComparison comparison = VersionComparison.of(first, second, LIMITS);

        assertTrue(comparison.paired());
        assertEquals(38, comparison.common());
        assertEquals(2, comparison.firstLeftOut());
        assertEquals(3, comparison.secondLeftOut());
    }

    @Test
    void casesOfAStudyCountOnce() {
        List<ReportedCase> first = new ArrayList<>();
        List<ReportedCase> second = new ArrayList<>();
        for (int study = 0; study < 30; study++) {
            for (int one = 0; one < 10; one++) {
                first.add(
                        SampleCases.of("unet@1", "a" + study + "-" + one, "a" + study, 0.5, PerceptualStrategy.LOCAL));
                second.add(
                        SampleCases.of("unet@2", "b" + study + "-" + one, "b" + study, 0.5, PerceptualStrategy.LOCAL));
            }
        }
        VersionComparison comparison = VersionComparison.of(first, second, LIMITS);

        assertEquals(30, comparison.figures().get(0).firstStudies());
        assertEquals(Method.WELCH, comparison.figures().get(1).method(), "shares of studies, no counts");
        assertEquals(Verdict.ACCEPTED, comparison.verdict());
    }
}
