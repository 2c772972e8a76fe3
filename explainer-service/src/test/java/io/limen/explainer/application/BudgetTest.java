package io.limen.explainer.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.domain.attribution.BlockEffect;
import io.limen.explainer.domain.attribution.Budget;
import io.limen.explainer.domain.attribution.Explanation;
import io.limen.explainer.domain.image.Image;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A budget that runs out widens the error bars; it never drops the case. */
class BudgetTest {

    private static final long SCREENING = 1 + 3 * Scene.TREATED;
    private static final Duration LONG = Duration.ofDays(1);

    private static FunctionModel everythingMatters(int batchSize) {
        return new FunctionModel(Scene.bank(), batchSize, Scene.fillingRegion(Scene.everywhere()));
    }

    private static Explanation explain(long maxForwards, int batchSize) {
        return Scene.explain(
                Scene.subject(Scene.noise(1)),
                everythingMatters(batchSize),
                Scene.settings(new Budget(maxForwards, LONG)));
    }

    @Test
    void everyBlockIsDrawnOnceWhateverTheBudget() {
        Explanation explanation = explain(1, 7);

        assertEquals(1 + Scene.TREATED, explanation.cost().forwards());
        assertTrue(explanation.cost().budgetExhausted());
        assertEquals(Scene.TREATED, explanation.map().effects().size());
        for (BlockEffect effect : explanation.map().effects()) {
            assertEquals(1, effect.draws());
            assertFalse(effect.significant());
            assertEquals(100, effect.standardError());
        }
    }

    @Test
    void aBudgetThatEndsInScreeningLeavesBlocksWithinOneDraw() {
        Explanation explanation = explain(1 + Scene.TREATED + 10, 7);

        assertEquals(1 + Scene.TREATED + 10, explanation.cost().forwards());
        List<Integer> draws =
                explanation.map().effects().stream().map(BlockEffect::draws).toList();
        assertEquals(10, draws.stream().filter(count -> count == 2).count());
        assertEquals(22, draws.stream().filter(count -> count == 1).count());
    }

    @Test
    void aBudgetThatEndsInEstimationSpreadsTheFreshDraws() {
        long relevant = explain(Long.MAX_VALUE, 16).map().effects().stream()
                .filter(effect -> !effect.screenedOut())
                .count();
        assertTrue(relevant > 20, () -> relevant + " relevant blocks");

        Explanation explanation = explain(SCREENING + 10 * relevant + 5, 16);

        assertTrue(explanation.cost().budgetExhausted());
        assertEquals(SCREENING + 10 * relevant + 5, explanation.cost().forwards());
        for (BlockEffect effect : explanation.map().effects()) {
            assertTrue(effect.screenedOut() ? effect.draws() == 3 : effect.draws() == 10 || effect.draws() == 11);
        }
    }

    @Test
    void fewerDrawsHaveWiderErrorBars() {
        double half = explain(SCREENING + 32 * 8, 16).map().effects().stream()
                .mapToDouble(BlockEffect::standardError)
                .sum();
        double full = explain(Long.MAX_VALUE, 16).map().effects().stream()
                .mapToDouble(BlockEffect::standardError)
                .sum();

        assertTrue(half > 1.5 * full, () -> half + " against " + full);
    }

    @Test
    void aBudgetThatIsJustEnoughIsNotExhausted() {
        Explanation unlimited = explain(Long.MAX_VALUE, 16);

        Explanation enough = explain(unlimited.cost().forwards(), 16);
        Explanation oneLess = explain(unlimited.cost().forwards() - 1, 16);

        assertEquals(unlimited.map(), enough.map());
        assertFalse(enough.cost().budgetExhausted());
        assertTrue(oneLess.cost().budgetExhausted());
    }

    @ParameterizedTest
    @ValueSource(longs = {40, 120, 333})
    void aBudgetOfForwardsGivesTheSameMapWhateverTheBatchSize(long maxForwards) {
        assertEquals(explain(maxForwards, 1).map(), explain(maxForwards, 16).map());
    }

    @Test
    void theClockEndsAnExplanationToo() {
        // starts just below the greatest long: a ticker may overflow
        AtomicLong nanoseconds = new AtomicLong(Long.MAX_VALUE - 5_000_000_000L);
        Function<Image, float[]> everything = Scene.fillingRegion(Scene.everywhere());
        FunctionModel aSecondEach = new FunctionModel(Scene.bank(), 1, image -> {
            nanoseconds.addAndGet(1_000_000_000L);
            return everything.apply(image);
        });

        Explanation explanation = Scene.explained(new ExplainCase(nanoseconds::get)
                .explain(
                        Scene.subject(Scene.noise(1)),
                        aSecondEach,
                        Scene.settings(new Budget(Long.MAX_VALUE, Duration.ofSeconds(60))),
                        Progress.SILENT));

        assertEquals(60, explanation.cost().forwards());
        assertTrue(explanation.cost().budgetExhausted());
        assertTrue(explanation.cost().elapsed().toSeconds() >= 60);
    }

    @Test
    void progressNeverExpectsMoreThanTheBudget() {
        AtomicLong most = new AtomicLong();

        new ExplainCase(Scene.STOPPED)
                .explain(
                        Scene.subject(Scene.noise(1)),
                        everythingMatters(16),
                        Scene.settings(new Budget(50, LONG)),
                        (done, expected) -> most.accumulateAndGet(expected, Math::max));

        assertEquals(50, most.get());
    }
}
