package io.limen.explainer.domain.faithfulness.joint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.domain.faithfulness.Infidelity;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SetCorrelationTest {

    private static final int[] SHARES = {10, 20, 50};

    @Test
    void largerSetsLosingMoreIsNoMerit() {
        int[] sizes = {1, 1, 1, 1, 9, 9, 9, 9};
        double[] foretold = {-1, -1.1, -1.2, -1.3, -9, -9.1, -9.2, -9.3};
        double[] observed = {-1.3, -1.2, -1.1, -1, -9.3, -9.2, -9.1, -9};
        assertEquals(
                -1, SetCorrelation.of(foretold, observed, sizes).orElseThrow().value(), 1e-9);
    }

    @Test
    void itsSquareIsWhatInfidelityLeaves() {
        Random random = new Random(4);
        int[][] sets = random.ints(24, 1, 4)
                .mapToObj(size -> random.ints(0, 30).distinct().limit(size).toArray())
                .toArray(int[][]::new);
        double[] relevance = random.doubles(30).toArray();
        double[] lost = Arrays.stream(sets)
                .mapToDouble(
                        set -> Arrays.stream(set).mapToDouble(i -> relevance[i]).sum() + random.nextGaussian() / 5)
                .toArray();
        double[] worth = Arrays.stream(sets)
                .mapToDouble(
                        set -> Arrays.stream(set).mapToDouble(i -> relevance[i]).sum())
                .toArray();
        int[] sizes = Arrays.stream(sets).mapToInt(set -> set.length).toArray();
        double correlation = SetCorrelation.of(worth, lost, sizes).orElseThrow().value();
        assertTrue(correlation > 0);
        assertEquals(Infidelity.of(relevance, sets, lost).orElseThrow(), 1 - correlation * correlation, 1e-12);
    }

    @Test
    void exactAgreementIsOneWithAnInterval() {
        double[] values = new Random(2).doubles(24).toArray();
        SetCorrelation found = SetCorrelation.of(values, values, sizes(8)).orElseThrow();
        assertEquals(1, found.value(), 1e-12);
        assertTrue(found.low() > 0.999 && found.high() >= found.value() && found.high() <= 1, found.toString());
    }

    @Test
    void noSpreadIsNoCorrelation() {
        double[] values = new Random(2).doubles(24).toArray();
        double[] third = new double[24];
        Arrays.fill(third, 0.1);
        assertEquals(Optional.empty(), SetCorrelation.of(values, third, sizes(8)));
        assertEquals(Optional.empty(), SetCorrelation.of(third, values, sizes(8)));
    }

    @Test
    void aCorrelationThatHangsOnOneSetIsNone() {
        double[] values = new Random(2).doubles(24).toArray();
        double[] once = new double[24];
        once[5] = -3;
        assertEquals(Optional.empty(), SetCorrelation.of(values, once, sizes(8)));
    }

    /**
     * Of 100 intervals 95 to 99 hold what endless sets would show: where values are normal and independent, and of sets as they are made
     * where few or many blocks matter, losses saturate and donors differ, as Dice does. The truth is the correlation of 30,000 rounds.
     */
    @ParameterizedTest
    @CsvSource({"NORMAL, 8", "LOCAL, 8", "GLOBAL, 8", "NORMAL, 4", "LOCAL, 4", "GLOBAL, 4"})
    void intervalHoldsTheTruth(World world, int rounds) {
        Random random = new Random(20);
        double truth = world.truth(random, rounds);
        int defined = 0;
        int held = 0;
        for (int i = 0; i < 500; i++) {
            double[][] drawn = world.draw(random, rounds);
            Optional<SetCorrelation> found = SetCorrelation.of(drawn[0], drawn[1], sizes(rounds));
            if (found.isPresent()) {
                defined++;
                held += found.get().low() <= truth && truth <= found.get().high() ? 1 : 0;
            }
        }
        assertTrue(defined >= 490, "defined " + defined);
        double share = held / (double) defined;
        assertTrue(share >= 0.94 && share <= 0.995, world + " of " + rounds + ": " + share + " hold " + truth);
    }

    private static int[] sizes(int rounds) {
        int[] sizes = new int[SHARES.length * rounds];
        Arrays.setAll(sizes, set -> SHARES[set % SHARES.length]);
        return sizes;
    }

    /** Where foretold and observed changes come from. */
    enum World {
        NORMAL(0, 0),
        LOCAL(0.1, 8),
        GLOBAL(0.9, 1);

        private static final int BLOCKS = 200;

        private final double[] weights = new double[BLOCKS];
        private final double[] estimates = new double[BLOCKS];

        World(double mattering, double weight) {
            Random random = new Random(7);
            for (int block = 0; block < BLOCKS; block++) {
                weights[block] = random.nextDouble() < mattering ? -weight * Math.log(random.nextDouble()) : 0;
                estimates[block] = weights[block] * (1 + 0.2 * random.nextGaussian());
            }
        }

        double[][] draw(Random random, int rounds) {
            double[][] drawn = new double[2][SHARES.length * rounds];
            RandomSets sets = new RandomSets(leading(), BLOCKS, random);
            for (int set = 0; set < drawn[0].length; set++) {
                int size = SHARES[set % SHARES.length];
                if (this == NORMAL) {
                    drawn[0][set] = size * random.nextGaussian();
                    drawn[1][set] = 0.7 * drawn[0][set] + Math.sqrt(1 - 0.49) * size * random.nextGaussian();
                    continue;
                }
                for (int block : sets.next(size)) {
                    drawn[0][set] -= estimates[block];
                    drawn[1][set] += weights[block] * Math.log(random.nextDouble());
                }
                drawn[1][set] = -100 * (1 - Math.exp(drawn[1][set] / 100));
            }
            return drawn;
        }

        private List<Integer> leading() {
            return IntStream.range(0, BLOCKS)
                    .boxed()
                    .sorted(Comparator.comparingDouble(block -> -estimates[block]))
                    .limit(BLOCKS / 10)
                    .toList();
        }

        double truth(Random random, int rounds) {
            double products = 0;
            double foretold = 0;
            double observed = 0;
            for (int i = 0; i < 30_000 / rounds; i++) {
                double[][] drawn = draw(random, rounds);
                double[] f = io.limen.explainer.domain.faithfulness.SizeDeviations.of(drawn[0], sizes(rounds));
                double[] o = io.limen.explainer.domain.faithfulness.SizeDeviations.of(drawn[1], sizes(rounds));
                for (int set = 0; set < f.length; set++) {
                    products += f[set] * o[set];
                    foretold += f[set] * f[set];
                    observed += o[set] * o[set];
                }
            }
            return products / Math.sqrt(foretold * observed);
        }
    }
}
