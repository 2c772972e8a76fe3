package io.limen.explainer.domain.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Twenty times more cases than the workers can explain, for half an hour. */
class OverloadSimulationTest {

    private static final double PATIENCE_SECONDS = 60;
    private static final double FACTOR = 20;
    private static final int RUNS = 60;

    private static final OverloadPolicy POLICY =
            new OverloadPolicy(Duration.ofSeconds((long) PATIENCE_SECONDS), 0.25, 0.001);

    private static OverloadSimulation run(double factor, long seed) {
        OverloadSimulation simulation = new OverloadSimulation(POLICY, factor, seed);
        simulation.run();
        return simulation;
    }

    @Test
    void everyCaseIsDecidedOnAndNoneWaitsMuchLongerThanThePatience() {
        OverloadSimulation simulation = run(FACTOR, 1);

        assertEquals(simulation.arrivals(), simulation.decided().size());
        double longest = simulation.decided().stream()
                .mapToDouble(OverloadSimulation.Decided::waited)
                .max()
                .orElseThrow();
        System.out.printf("20x: longest wait %.0f s, longest queue %d%n", longest, simulation.longestQueue());
        assertTrue(longest < 1.5 * PATIENCE_SECONDS, () -> "waited " + longest);
        double arrivalsInThePatience =
                FACTOR * OverloadSimulation.WORKERS / OverloadSimulation.WHOLE_SECONDS * PATIENCE_SECONDS;
        assertTrue(simulation.longestQueue() < 1.5 * arrivalsInThePatience, () -> "queue " + simulation.longestQueue());
    }

    @Test
    void theWorkersAreBusyAllTheTime() {
        List<OverloadSimulation.Decided> inTheMiddle = run(FACTOR, 2).decided().stream()
                .filter(one -> one.at() > 2400 && one.at() < 3600)
                .toList();
        double explained = inTheMiddle.stream()
                .filter(OverloadSimulation.Decided::explained)
                .mapToDouble(one -> one.share() * OverloadSimulation.WHOLE_SECONDS)
                .sum();
        double worked = explained / (1200 * OverloadSimulation.WORKERS);
        assertTrue(worked > 0.85, () -> "worked " + worked);
        assertTrue(inTheMiddle.stream().allMatch(one -> one.share() == 0.25 && one.probability() < 1));
    }

    @Test
    void threeTimesAsManyGetLessTimeAndNoneIsGivenUp() {
        OverloadSimulation simulation = run(3, 3);
        long givenUp =
                simulation.decided().stream().filter(one -> !one.explained()).count();

        assertTrue(simulation.decided().stream().anyMatch(one -> one.share() < 0.5));
        assertTrue(givenUp < 0.01 * simulation.arrivals(), () -> "given up " + givenUp);
    }

    /** Half of the cases are of a model that takes 1 s, half of one that takes 19 s: the mean is 10 s. */
    @Test
    void aModelThatTakesLongIsGivenNoLessAtTheEndOfAnOverloadThanAtItsBeginning() {
        for (long seed = 10; seed < 20; seed++) {
            OverloadSimulation simulation =
                    new OverloadSimulation(POLICY, FACTOR, seed, uniform -> uniform < 0.5 ? 0.1 : 1.9);
            simulation.run();
            double[] given = simulation.decided().stream()
                    .filter(one -> one.explained() && one.share() == POLICY.leastBudgetShare())
                    .mapToDouble(one -> one.relief().time().orElseThrow().toMillis() / 1e3)
                    .toArray();
            System.out.printf(
                    "two models, 20x: given %.2f s at first, %.2f s at last%n", given[0], given[given.length - 1]);
            assertTrue(given.length > 100, () -> "explained at the floor: " + given.length);
            assertTrue(given[given.length - 1] > 0.5 * given[0], () -> "given at last " + given[given.length - 1]);
        }
    }

    @Test
    void whatFitsIsLeftAsItIs() {
        assertTrue(run(0.5, 4).decided().stream().allMatch(one -> one.explained() && one.probability() == 1));
    }

    /** The weighted figures are right on average over runs; unweighted, the busy time counts for far too little. */
    @Test
    void whatIsExplainedTellsOfAllThatCame() {
        List<OverloadSimulation> runs = IntStream.range(0, RUNS)
                .mapToObj(seed -> run(FACTOR, 100 + seed))
                .toList();

        assertUnbiased(runs.stream()
                .mapToDouble(one -> one.estimatedCases() / one.arrivals() - 1)
                .toArray());
        assertUnbiased(runs.stream()
                .mapToDouble(one -> one.estimatedMean() - one.trueMean())
                .toArray());
        double unweighted = runs.stream()
                .mapToDouble(one -> one.unweightedMean() - one.trueMean())
                .average()
                .orElseThrow();
        System.out.printf("20x: the unweighted mean is off by %.3f%n", unweighted);
        assertTrue(unweighted < -0.02, () -> "unweighted " + unweighted);
    }

    private static void assertUnbiased(double[] errors) {
        DoubleSummaryStatistics all = new DoubleSummaryStatistics();
        double squares = 0;
        for (double error : errors) {
            all.accept(error);
            squares += error * error;
        }
        double variance = squares / errors.length - all.getAverage() * all.getAverage();
        double standardError = Math.sqrt(variance / errors.length);
        System.out.printf("20x: mean error %.5f +- %.5f%n", all.getAverage(), standardError);
        assertTrue(Math.abs(all.getAverage()) < 4 * standardError, all::toString);
    }
}
