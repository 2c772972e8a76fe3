package io.limen.explainer.domain.quadrature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.domain.effect.Effect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BankAverageEstimatorTest {

    @Property(tries = 60)
    void theWholeBankGivesItsExactMean(
            @ForAll @IntRange(min = 1, max = 120) int donors, @ForAll boolean predicted, @ForAll long seed) {
        double[] effects = new Random(seed).doubles(donors, -50, 50).toArray();
        Prediction prediction = predicted ? randomPrediction(donors, seed) : Prediction.none(donors);

        BankAverage average = estimate(donors, seed, effects, prediction, shuffled(donors, seed));

        assertEquals(Arrays.stream(effects).average().orElseThrow(), average.mean(), 1e-9);
        assertEquals(0, average.unitVariance());
        assertEquals(Arrays.stream(effects).average().orElseThrow() / 100, average.areaMean(), 1e-9);
    }

    @Property(tries = 60)
    void constantEffectsHaveTheirValueAsMeanAfterAnyDraws(
            @ForAll @IntRange(min = 2, max = 200) int donors,
            @ForAll @IntRange(min = 1, max = 40) int draws,
            @ForAll long seed) {
        double[] effects = new double[donors];
        Arrays.fill(effects, -3.25);

        BankAverage average =
                estimate(donors, seed, effects, Prediction.none(donors), some(Math.min(draws, donors), donors, seed));

        assertEquals(-3.25, average.mean(), 1e-9);
        assertEquals(0, average.found().squares(), 1e-9);
    }

    @Property(tries = 60)
    void aPredictionThatIsRightUpToAConstantIsExact(
            @ForAll @IntRange(min = 3, max = 200) int donors,
            @ForAll @IntRange(min = 2, max = 40) int draws,
            @ForAll long seed) {
        Prediction prediction = randomPrediction(donors, seed);
        double[] effects =
                Arrays.stream(prediction.effects()).map(effect -> effect + 2).toArray();

        BankAverage average = estimate(donors, seed, effects, prediction, some(Math.min(draws, donors), donors, seed));

        assertEquals(prediction.mean() + 2, average.mean(), 1e-9);
        assertEquals(0, average.found().squares(), 1e-9);
    }

    @Property(tries = 60)
    void theOrderOfTheDrawsDoesNotMatter(
            @ForAll @IntRange(min = 5, max = 200) int donors,
            @ForAll @IntRange(min = 2, max = 30) int draws,
            @ForAll boolean predicted,
            @ForAll long seed) {
        double[] effects = new Random(seed).doubles(donors, -50, 50).toArray();
        Prediction prediction = predicted ? randomPrediction(donors, seed) : Prediction.none(donors);
        List<Integer> drawn = some(Math.min(draws, donors - 1), donors, seed);
        List<Integer> reordered = new ArrayList<>(drawn);
        Collections.shuffle(reordered, new Random(seed + 1));

        BankAverage one = estimate(donors, seed, effects, prediction, drawn);
        BankAverage other = estimate(donors, seed, effects, prediction, reordered);

        assertEquals(one.mean(), other.mean(), 1e-9);
        assertEquals(one.areaMean(), other.areaMean(), 1e-9);
        assertEquals(one.unitVariance(), other.unitVariance(), 1e-9);
        assertEquals(one.found().squares(), other.found().squares(), 1e-6);
        assertEquals(one.found().degreesOfFreedom(), other.found().degreesOfFreedom(), 1e-9);
    }

    @Property(tries = 40)
    void drawsMakeTheMeanSurer(
            @ForAll @IntRange(min = 3, max = 64) int donors, @ForAll boolean predicted, @ForAll long seed) {
        double[] effects = new Random(seed).doubles(donors, -50, 50).toArray();
        Prediction prediction = predicted ? randomPrediction(donors, seed) : Prediction.none(donors);
        List<Integer> order = shuffled(donors, seed);

        double before = Double.POSITIVE_INFINITY;
        for (int draws = 1; draws <= donors; draws++) {
            double variance = estimate(donors, seed, effects, prediction, order.subList(0, draws))
                    .unitVariance();
            // a new draw may cost a little: weights assume less noise than error bars do
            assertTrue(variance <= 1.25 * before + 1e-12, "draw " + draws + ": " + variance + " after " + before);
            before = Math.min(before, variance);
        }
    }

    @Property(tries = 60)
    void scalingTheEffectsScalesTheEstimate(@ForAll @IntRange(min = 3, max = 100) int donors, @ForAll long seed) {
        double[] effects = new Random(seed).doubles(donors, -10, 10).toArray();
        double[] fourfold = Arrays.stream(effects).map(effect -> -4 * effect).toArray();
        List<Integer> drawn = some(2 + donors / 3, donors, seed);

        BankAverage one = estimate(donors, seed, effects, Prediction.none(donors), drawn);
        BankAverage four = estimate(donors, seed, fourfold, Prediction.none(donors), drawn);

        assertEquals(-4 * one.mean(), four.mean(), 1e-9);
        assertEquals(16 * one.found().squares(), four.found().squares(), 1e-6);
        assertEquals(one.unitVariance(), four.unitVariance());
    }

    @Test
    void aSingleDrawTellsNothingOfTheSpread() {
        BankAverage average = estimate(9, 1, new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, Prediction.none(9), List.of(4));

        assertEquals(5, average.mean(), 1e-12);
        assertEquals(new BankAverage.Found(0, 0), average.found());
        assertTrue(average.unitVariance() > 0);
    }

    @Test
    void whatBrightnessExplainsIsLearntFromFarFewerDrawsThanAPlainMeanNeeds() {
        DonorTraits traits = PlantedTable.donors(500, 3);
        PlantedTable table = PlantedTable.of(traits, 200, (block, donor) -> 5 * Math.tanh(traits.brightness()[donor]));
        double truth = table.bankMeans()[0];

        double squares = table.drawn(8, 42).means().stream()
                .mapToDouble(mean -> Math.pow(mean.average().mean() - truth, 2))
                .average()
                .orElseThrow();

        double variance = Arrays.stream(table.effects()[0])
                .map(effect -> (effect - truth) * (effect - truth))
                .average()
                .orElseThrow();
        assertTrue(squares < variance / 8 / 10, squares + " against " + variance / 8);
    }

    private static BankAverage estimate(
            int donors, long seed, double[] effects, Prediction prediction, List<Integer> drawn) {
        BankAverageEstimator estimator =
                new BankAverageEstimator(new DonorSimilarity(PlantedTable.donors(donors, seed)));
        BlockDraws draws = new BlockDraws();
        drawn.forEach(donor -> draws.add(donor, new Effect(effects[donor], effects[donor] / 100)));
        return estimator.estimate(draws, prediction);
    }

    private static Prediction randomPrediction(int donors, long seed) {
        return Prediction.of(new Random(seed + 7).doubles(donors, -5, 5).toArray());
    }

    private static List<Integer> some(int draws, int donors, long seed) {
        return shuffled(donors, seed).subList(0, draws);
    }

    private static List<Integer> shuffled(int donors, long seed) {
        List<Integer> order = IntStream.range(0, donors).boxed().collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(order, new Random(seed));
        return order;
    }
}
