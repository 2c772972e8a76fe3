package io.limen.explainer.domain.quadrature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.domain.attribution.BlockEffect;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The statistics of a whole map, on tables of effects that are known. */
class MapQuadratureTest {

    private static final int BLOCKS = 400;
    private static final DonorTraits DONORS = PlantedTable.donors(300, 11);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 40, 100})
    void everyDonorDrawnLeavesNoError(int donors) {
        DonorTraits traits = PlantedTable.donors(donors, 2);
        Random random = new Random(4);
        PlantedTable table = PlantedTable.of(traits, 9, (block, donor) -> 20 * random.nextGaussian() / (block + 1));

        List<BlockMean> means = table.drawn(donors, 42).means();

        double[] truth = table.bankMeans();
        for (int block = 0; block < 9; block++) {
            assertEquals(truth[block], means.get(block).average().mean(), 1e-9);
            assertEquals(0, means.get(block).standardError(), 1e-9);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 8, 16, 32})
    void intervalsHoldTheTruthAsOftenAsTheySay(int draws) {
        PlantedTable table = smoothPlusNoise();
        double[] truth = table.bankMeans();

        List<BlockMean> means = table.drawn(draws, 42).means();

        double coverage = coverage(truth, means);
        assertTrue(coverage >= 0.92 && coverage <= 0.99, draws + " draws: " + coverage);
    }

    @Test
    void afterTwoDrawsIntervalsAreRatherTooWide() {
        PlantedTable table = smoothPlusNoise();

        double coverage = coverage(table.bankMeans(), table.drawn(2, 42).means());

        assertTrue(coverage >= 0.95, "coverage " + coverage);
    }

    @Test
    void effectsThatAreNoiseAroundZeroAreSeldomSignificant() {
        double share = 0;
        for (int seed = 0; seed < 20; seed++) {
            share += significantShare(noise(seed), 2 + seed % 4 * 3, seed) / 20;
        }

        assertTrue(share <= 0.05, "share " + share);
    }

    @Test
    void effectsFarFromZeroAreSignificant() {
        Random random = new Random(8);
        PlantedTable table = PlantedTable.of(
                DONORS, 100, (block, donor) -> block % 4 == 0 ? -5 + random.nextGaussian() : random.nextGaussian());

        List<BlockEffect> effects = effects(table, 8, 42);

        for (int block = 0; block < 100; block += 4) {
            assertTrue(effects.get(block).significant());
        }
        // a share of 0.05 of about 26 is found wrongly
        assertTrue(effects.stream().filter(BlockEffect::significant).count() <= 30);
    }

    @Test
    void aBlockWithoutEffectIsNeverSignificantWhateverItsNeighboursDo() {
        Random random = new Random(8);
        PlantedTable table =
                PlantedTable.of(DONORS, 100, (block, donor) -> block % 2 == 0 ? 0 : -30 + 10 * random.nextGaussian());

        for (int draws = 1; draws <= 16; draws *= 2) {
            List<BlockEffect> effects = effects(table, draws, draws);
            for (int block = 0; block < 100; block += 2) {
                assertFalse(effects.get(block).significant());
                assertEquals(0, effects.get(block).ate());
            }
        }
    }

    @Test
    void aMapWithoutEffectsIsZeroWithoutError() {
        for (BlockEffect effect : effects(PlantedTable.of(DONORS, 25, (block, donor) -> 0), 2, 1)) {
            assertFalse(effect.significant());
            assertEquals(0, effect.ate());
            assertEquals(0, effect.standardError());
        }
    }

    @Test
    void constantEffectsAreKnownFromTwoDraws() {
        for (BlockEffect effect : effects(PlantedTable.of(DONORS, 25, (block, donor) -> -block), 2, 1)) {
            assertEquals(-effect.block().index(), effect.ate(), 1e-9);
            assertEquals(0, effect.standardError(), 1e-9);
        }
    }

    @Test
    void oneDrawPerBlockLeavesTheErrorUnknown() {
        for (BlockEffect effect : effects(smoothPlusNoise(), 1, 1)) {
            assertEquals(100, effect.standardError());
            assertFalse(effect.significant());
        }
    }

    @Test
    void predictionsThatAreRightNarrowTheIntervals() {
        PlantedTable table = smoothPlusNoise();
        MapQuadrature map = table.drawn(4, 42);
        double without = total(map.means());

        map.predict(block -> Prediction.of(table.effects()[block]));

        double with = total(map.means());
        assertTrue(with < 1e-6 * without, with + " against " + without);
        for (int block = 0; block < BLOCKS; block++) {
            assertEquals(
                    table.bankMeans()[block], map.means().get(block).average().mean(), 1e-9);
        }
    }

    @Test
    void intervalsHoldTheTruthWithPredictionsThatKnowNothing() {
        PlantedTable table = smoothPlusNoise();
        double[] truth = table.bankMeans();
        MapQuadrature map = table.drawn(8, 42);
        Random random = new Random(77);

        map.predict(block -> Prediction.of(random.doubles(300, -3, 3).toArray()));

        double coverage = coverage(truth, map.means());
        assertTrue(coverage >= 0.92 && coverage <= 0.995, "coverage " + coverage);
    }

    @Test
    void theSpreadOfTheEffectsIsFound() {
        PlantedTable table = smoothPlusNoise();
        double truth = 0;
        double[] means = table.bankMeans();
        for (int block = 0; block < BLOCKS; block++) {
            double mean = means[block];
            truth += Arrays.stream(table.effects()[block])
                    .map(effect -> (effect - mean) * (effect - mean))
                    .average()
                    .orElseThrow();
        }

        double found = table.drawn(8, 42).means().stream()
                .mapToDouble(BlockMean::effectVariance)
                .sum();

        assertEquals(truth, found, 0.15 * truth);
    }

    /** Effects that follow brightness and tint, strongly in some places of the map and weakly in others, and noise on top. */
    private static PlantedTable smoothPlusNoise() {
        Random random = new Random(5);
        return PlantedTable.of(DONORS, BLOCKS, (block, donor) -> {
            double strength =
                    0.2 + 2 * Math.exp(-Math.pow(block / 20 - 9.5, 2) / 20 - Math.pow(block % 20 - 9.5, 2) / 20);
            double smooth = -1 + Math.tanh(DONORS.brightness()[donor]) + 0.4 * DONORS.tint()[donor];
            return strength * (smooth + 0.6 * random.nextGaussian());
        });
    }

    /** Every effect has its opposite, so that the mean over the bank is exactly 0. */
    private static PlantedTable noise(int seed) {
        double[][] noise = new double[100][300];
        Random random = new Random(seed);
        for (double[] row : noise) {
            int[] order = random.ints(300).toArray();
            Integer[] pairs = new Integer[300];
            Arrays.setAll(pairs, i -> i);
            Arrays.sort(pairs, (a, b) -> Integer.compare(order[a], order[b]));
            for (int i = 0; i < 300; i += 2) {
                row[pairs[i]] = 3 * random.nextGaussian();
                row[pairs[i + 1]] = -row[pairs[i]];
            }
        }
        return PlantedTable.of(DONORS, 100, (block, donor) -> noise[block][donor]);
    }

    private static double significantShare(PlantedTable table, int draws, long seed) {
        List<BlockEffect> effects = effects(table, draws, seed);
        return (double) effects.stream().filter(BlockEffect::significant).count() / effects.size();
    }

    private static List<BlockEffect> effects(PlantedTable table, int draws, long seed) {
        return MapEffects.of(table.blocks(), table.drawn(draws, seed).means(), mean -> false);
    }

    private static double coverage(double[] truth, List<BlockMean> means) {
        int held = 0;
        for (int block = 0; block < BLOCKS; block++) {
            double error = Math.abs(means.get(block).average().mean() - truth[block]);
            held += error <= 1.96 * means.get(block).standardError() ? 1 : 0;
        }
        return (double) held / BLOCKS;
    }

    private static double total(List<BlockMean> means) {
        return means.stream().mapToDouble(BlockMean::variance).sum();
    }
}
