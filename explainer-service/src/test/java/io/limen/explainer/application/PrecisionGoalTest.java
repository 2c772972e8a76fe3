package io.limen.explainer.application;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.domain.effect.Effect;
import io.limen.explainer.domain.intervention.DrawSchedule;
import io.limen.explainer.domain.quadrature.BankAverage;
import io.limen.explainer.domain.quadrature.BlockDraws;
import io.limen.explainer.domain.quadrature.BlockMean;
import io.limen.explainer.domain.quadrature.Spread;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PrecisionGoalTest {

    private static final DrawSchedule.Adaptive ASKED_NOTHING = DrawSchedule.Adaptive.asPreciseAsPublished();
    private static final int[] PLENTY = {100, 100, 100};

    @Test
    void drawsGoToTheBlockThatSpreadsWidelyUntilTheMapIsPreciseEnough() {
        List<BlockMean> means = List.of(block(-20, 5, 4, 25), block(0, 0.001, 4, 0.01), block(0, 0.001, 4, 0.01));

        int[] further = new PrecisionGoal(ASKED_NOTHING, 3, 200).further(means, PLENTY, 12);

        assertTrue(further[0] > 0);
        assertEquals(0, further[1]);
        assertEquals(0, further[2]);
    }

    @Test
    void aSmallEffectBesideLargeOnesIsMadePreciseTooOnceTheMapIs() {
        // the map's target is 2,500 / 50; the second block's own is 0.1 / 50
        List<BlockMean> means = List.of(block(-20, 5, 30, 2500), block(0.1, 0.06, 4, 0.1), block(0, 0, 4, 0));

        PrecisionGoal goal = new PrecisionGoal(ASKED_NOTHING, 3, 200);
        assertArrayEquals(new int[3], goal.further(means, PLENTY, 38));
        int[] further = goal.ofSingleBlocks(means, PLENTY, goal.doubtful(means));

        // 0.06^2 over 0.1 / 50 is 1.8: 0.8 times as many again, rounded up
        assertArrayEquals(new int[] {0, 4, 0}, further);
    }

    @Test
    void noBlockIsMadePreciserThatIsBeyondDoubtOrSeemsNotToMatter() {
        List<BlockMean> means =
                List.of(block(0.25, 0.06, 4, 0.1), block(0.05, 0.06, 4, 0.1), block(0.019, 0.015, 4, 0.0001));

        assertArrayEquals(new boolean[3], new PrecisionGoal(ASKED_NOTHING, 10_000, 200).doubtful(means));
    }

    @Test
    void aBlockThatWasChosenGetsItsPrecisionThoughItsEffectIsGone() {
        List<BlockMean> means = List.of(block(0, 0.06, 4, 0.1), block(0, 0.06, 4, 0.1), block(0, 0.01, 4, 0.1));

        int[] further = new PrecisionGoal(ASKED_NOTHING, 3, 200)
                .ofSingleBlocks(means, PLENTY, new boolean[] {true, false, true});

        assertArrayEquals(new int[] {4, 0, 0}, further);
    }

    @Test
    void aTargetOfTheUsersIsTheOnlyGoal() {
        List<BlockMean> means = List.of(block(0.1, 0.06, 4, 0.1), block(0.1, 0.06, 4, 0.1), block(0, 0, 4, 0));

        assertArrayEquals(new int[3], goal(0.05).further(means, PLENTY, 12));
        assertArrayEquals(new boolean[3], goal(0.05).doubtful(means));
        assertTrue(Arrays.stream(goal(0.04).further(means, PLENTY, 12)).sum() > 0);
    }

    @Test
    void noBlockGetsMoreThanItsMostDrawsOrThanThereAreDonors() {
        List<BlockMean> means = List.of(block(-20, 5, 198, 25), block(-20, 5, 4, 25), block(0, 0, 4, 0));

        int[] further = goal(0.001).further(means, new int[] {100, 3, 100}, 10_000);

        assertArrayEquals(new int[] {2, 3, 0}, further);
    }

    @Test
    void whatIsNeededIsReckonedFromTheSpreads() {
        List<BlockMean> means = List.of(block(-20, 1, 16, 25), block(0, 0, 4, 0), block(0, 0, 4, 0));

        // one block whose variance of 1 after 16 draws has to fall to 3 x 0.1^2: 16 / 0.03 draws, 20 of them made
        assertEquals(513, goal(0.1).needed(means, 20));
    }

    private static PrecisionGoal goal(double targetStandardError) {
        return new PrecisionGoal(
                new DrawSchedule.Adaptive(OptionalDouble.of(targetStandardError), ASKED_NOTHING.tau()), 3, 200);
    }

    /** A block whose posterior is nearly normal. */
    private static BlockMean block(double ate, double standardError, int draws, double effectVariance) {
        BlockDraws made = new BlockDraws();
        IntStream.range(0, draws).forEach(donor -> made.add(donor, new Effect(ate, 0)));
        return new BlockMean(
                new BankAverage(ate, 0, 1, new BankAverage.Found(1, 1)),
                new Spread(standardError * standardError, 1e9),
                made,
                effectVariance);
    }
}
