package io.limen.aggregator.domain.comparison;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.aggregator.domain.statistics.RunningMoments;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** How often versions are taken for alike that are not, simulated with a fixed seed. */
class EquivalenceSimulationTest {

    private static final int RUNS = 20_000;
    private static final double LIMIT = 0.5;

    /** Three standard errors of a share of 5 % in so many runs. */
    private static final double TOLERANCE = 3 * Math.sqrt(0.05 * 0.95 / RUNS);

    private final Random random = new Random(20511);

    private RunningMoments sample(int size, ToDoubleFunction<Random> draw) {
        RunningMoments moments = RunningMoments.EMPTY;
        for (int index = 0; index < size; index++) {
            moments = moments.add(draw.applyAsDouble(random));
        }
        return moments;
    }

    private double accepted(double difference, int firstSize, double firstSpread, int secondSize, double secondSpread) {
        int accepted = 0;
        for (int run = 0; run < RUNS; run++) {
            RunningMoments first = sample(firstSize, r -> firstSpread * r.nextGaussian());
            RunningMoments second = sample(secondSize, r -> difference + secondSpread * r.nextGaussian());
            if (Verdict.of(MeanInterval.welch(first, second, Verdict.CONFIDENCE), LIMIT) == Verdict.ACCEPTED) {
                accepted++;
            }
        }
        return (double) accepted / RUNS;
    }

    @Test
    void aDifferenceAtTheLimitIsAcceptedInFivePercentAndNoMore() {
        double share = accepted(LIMIT, 60, 1, 60, 1);
        assertTrue(share <= 0.05 + TOLERANCE && share >= 0.05 - TOLERANCE, "accepted " + share);
    }

    @Test
    void unequalSpreadsAndSizesDoNotBreakThePromise() {
        double share = accepted(-LIMIT, 40, 1.5, 120, 0.5);
        assertTrue(share <= 0.05 + TOLERANCE, "accepted " + share);
        assertTrue(share > 0.04, "accepted " + share);
    }

    @Test
    void versionsThatAreAlikeAreAcceptedByEnoughStudies() {
        assertTrue(accepted(0, 150, 1, 150, 1) > 0.98);
    }

    @Test
    void pairsOfTheSameCasesNeedFewerStudies() {
        int accepted = 0;
        for (int run = 0; run < RUNS; run++) {
            // each case has its own level; paired, it goes away
            RunningMoments differences = sample(30, r -> LIMIT + 0.3 * r.nextGaussian());
            if (Verdict.of(MeanInterval.student(differences, Verdict.CONFIDENCE), LIMIT) == Verdict.ACCEPTED) {
                accepted++;
            }
        }
        double share = (double) accepted / RUNS;
        assertTrue(Math.abs(share - 0.05) <= TOLERANCE, "accepted " + share);
    }

    @Test
    void aDifferenceOfSharesAtTheLimitIsAcceptedInAboutFivePercent() {
        double share = acceptedShares(0.3, 0.5, 0.2);
        assertTrue(share <= 0.06, "accepted " + share);
        assertTrue(share >= 0.03, "accepted " + share);
    }

    private double acceptedShares(double first, double second, double limit) {
        int accepted = 0;
        int size = 200;
        for (int run = 0; run < RUNS; run++) {
            long one = 0;
            long other = 0;
            for (int index = 0; index < size; index++) {
                one += random.nextDouble() < first ? 1 : 0;
                other += random.nextDouble() < second ? 1 : 0;
            }
            Interval interval = ShareInterval.newcombe(one, size, other, size, Verdict.CONFIDENCE);
            if (Verdict.of(Optional.of(interval), limit) == Verdict.ACCEPTED) {
                accepted++;
            }
        }
        return (double) accepted / RUNS;
    }
}
