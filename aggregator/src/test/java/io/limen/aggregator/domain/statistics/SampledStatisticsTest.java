package io.limen.aggregator.domain.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.aggregator.domain.heterogeneity.Heterogeneity;
import io.limen.aggregator.domain.strategy.Feature;
import io.limen.aggregator.domain.strategy.PerceptualStrategy;
import io.limen.aggregator.rehearsal.SampleExplanations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/**
 * A model that looks far away in busy hours, in which one case of twelve and a half is explained, and near in quiet ones, in which all
 * are. What is told of it must be of all the cases.
 */
class SampledStatisticsTest {

    private static final String LOCALITY = Feature.LOCALITY.fieldName();
    private static final double BUSY = 0.08;
    private static final int CASES = 2_000;
    private static final int RUNS = 40;

    private record Run(GroupStatistics all, GroupStatistics weighted, GroupStatistics unweighted) {

        double error(ToDoubleFunction<GroupStatistics> figure) {
            return figure.applyAsDouble(weighted) - figure.applyAsDouble(all);
        }
    }

    private static Run run(long seed) {
        Random random = new Random(seed);
        GroupStatistics all = GroupStatistics.EMPTY;
        GroupStatistics weighted = GroupStatistics.EMPTY;
        GroupStatistics unweighted = GroupStatistics.EMPTY;
        for (int i = 0; i < CASES; i++) {
            boolean busy = i % 4 != 0;
            Explanation plain = explanation(random, busy);
            all = all.add(plain, 0);
            double probability = busy ? BUSY : 1;
            if (random.nextDouble() < probability) {
                weighted = weighted.add(with(plain, plain.features(), plain.strategy(), probability), 0);
                unweighted = unweighted.add(plain, 0);
            }
        }
        return new Run(all, weighted, unweighted);
    }

    private static Explanation explanation(Random random, boolean busy) {
        Explanation drawn = SampleExplanations.draw(random, SampleExplanations.START);
        double locality = busy ? 0.2 + 0.2 * random.nextDouble() : 0.6 + 0.2 * random.nextDouble();
        return with(
                drawn,
                Map.of(LOCALITY, locality),
                locality > 0.5 ? PerceptualStrategy.LOCAL : PerceptualStrategy.GLOBAL,
                1);
    }

    private static Explanation with(
            Explanation plain, Map<String, Double> features, PerceptualStrategy strategy, double probability) {
        return new Explanation(
                plain.id(),
                plain.explained(),
                plain.group(),
                features,
                strategy,
                plain.profile(),
                plain.noise(),
                ComponentFindings.NONE,
                probability);
    }

    private static double mean(GroupStatistics statistics) {
        return statistics.perception().features().get(LOCALITY).moments().mean();
    }

    private static double localShare(GroupStatistics statistics) {
        return statistics.perception().classCounts().getOrDefault(PerceptualStrategy.LOCAL, 0L)
                / (double) statistics.explanations();
    }

    private static double deviation(GroupStatistics statistics) {
        return statistics
                .perception()
                .features()
                .get(LOCALITY)
                .moments()
                .deviation()
                .orElseThrow();
    }

    @Test
    void countsMeansSharesAndSpreadsAreThoseOfAllCases() {
        List<Run> runs = new ArrayList<>();
        for (int seed = 0; seed < RUNS; seed++) {
            runs.add(run(seed));
        }

        assertRight(runs, statistics -> statistics.explanations() / (double) CASES);
        assertRight(runs, SampledStatisticsTest::mean);
        assertRight(runs, SampledStatisticsTest::localShare);
        assertRight(runs, SampledStatisticsTest::deviation);
        assertRight(runs, statistics -> statistics.profileSum().total() / CASES);
        double unweighted = runs.stream()
                .mapToDouble(run -> mean(run.unweighted()) - mean(run.all()))
                .average()
                .orElseThrow();
        assertTrue(unweighted > 0.1, () -> "unweighted " + unweighted);
    }

    /** Within five standard errors, and those small beside what the figure is. */
    private static void assertRight(List<Run> runs, ToDoubleFunction<GroupStatistics> figure) {
        double sum = 0;
        double squares = 0;
        for (Run run : runs) {
            double error = run.error(figure);
            sum += error;
            squares += error * error;
        }
        double mean = sum / runs.size();
        double standardError = Math.sqrt((squares / runs.size() - mean * mean) / runs.size());
        assertTrue(Math.abs(mean) < 5 * standardError && standardError < 0.02, () -> mean + " +- " + standardError);
    }

    @Test
    void quantilesAreThoseOfAllCases() {
        Run run = run(77);
        double truth = run.all().sketches().get(LOCALITY).quantiles().get(0.5);

        assertEquals(truth, run.weighted().sketches().get(LOCALITY).quantiles().get(0.5), 0.03);
        assertTrue(run.unweighted().sketches().get(LOCALITY).quantiles().get(0.5) > 0.5);
    }

    @Test
    void theEffectiveSizeIsLessThanWhatWasExplained() {
        PerceptionStatistics perception = run(5).weighted().perception();
        long explained = perception.sample().explained();

        assertTrue(explained < perception.explanations());
        assertTrue(perception.effectiveSize() < 0.5 * explained, () -> perception.effectiveSize() + " of " + explained);
        assertTrue(perception.effectiveSize() > 100);
    }

    /** One in six has the weight twelve and a half, and one in eight of all lacks this or that: nobody knows what the others weigh. */
    @Test
    void aFigureOfWhichAPartOfTheExplanationsTellsIsEmptyWhereLotsWereDrawn() {
        Heterogeneity drawn = partlyWithout(BUSY);
        Heterogeneity all = partlyWithout(1);

        assertEquals(OptionalDouble.empty(), drawn.raoQuadraticEntropy());
        assertEquals(OptionalDouble.empty(), drawn.profileDivergenceCorrected());
        assertTrue(all.raoQuadraticEntropy().isPresent());
        assertTrue(all.profileDivergenceCorrected().isPresent());
    }

    private static Heterogeneity partlyWithout(double probability) {
        Random random = new Random(8);
        GroupStatistics statistics = GroupStatistics.EMPTY;
        for (int i = 0; i < 60; i++) {
            Explanation drawn = SampleExplanations.draw(random, SampleExplanations.START);
            statistics =
                    statistics.add(with(drawn, drawn.features(), drawn.strategy(), i % 6 == 0 ? probability : 1), 0);
        }
        return statistics.perception().heterogeneity().orElseThrow();
    }

    @Test
    void whatIsExplainedForCertainCountsOnce() {
        PerceptionStatistics perception = run(6).all().perception();

        assertEquals(Sample.ofAll(CASES), perception.sample());
        assertEquals(CASES, perception.effectiveSize());
    }

    @Test
    void aProbabilityThatIsNoneIsRefused() {
        Explanation plain = SampleExplanations.draw(new Random(1), SampleExplanations.START);
        for (double hostile : new double[] {0, -1, 1.1, Double.NaN, 1e-7, Double.POSITIVE_INFINITY}) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> with(plain, plain.features(), plain.strategy(), hostile),
                    () -> "probability " + hostile);
        }
    }
}
