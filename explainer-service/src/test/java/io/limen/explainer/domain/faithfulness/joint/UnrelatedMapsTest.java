package io.limen.explainer.domain.faithfulness.joint;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.domain.faithfulness.joint.JointPlan.Pass;
import io.limen.explainer.domain.faithfulness.joint.MapFaithfulness.Verdict;
import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.BlockGrid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often a map that has nothing to do with the model looks as if it had, and how often a good one doesn't. Sets hold few and many of the
 * map's own leading blocks, so an unrelated map's measures hang on whether these happen to matter more than others: neither interval is
 * what it would be of a fair lottery.
 */
class UnrelatedMapsTest {

    private static final int SIDE = 16;
    private static final int MAPS = 400;

    private static final List<Block> BLOCKS = blocks();

    /** Which blocks matter, and what the map says of it. */
    enum World {
        LOCAL(0.1, 8),
        MID(0.4, 2),
        GLOBAL(0.9, 1),
        SMOOTH(0, 0);

        private final double mattering;
        private final double weight;

        World(double mattering, double weight) {
            this.mattering = mattering;
            this.weight = weight;
        }

        double[] weights(Random random) {
            return this == SMOOTH ? hills(random) : scattered(random);
        }

        private double[] scattered(Random random) {
            return random.doubles(BLOCKS.size())
                    .map(lot -> lot < mattering ? -weight * Math.log(random.nextDouble()) : 0)
                    .toArray();
        }

        /** Three of them, anywhere. */
        private static double[] hills(Random random) {
            double[] weights = new double[SIDE * SIDE];
            for (int hill = 0; hill < 3; hill++) {
                double y = SIDE * random.nextDouble();
                double x = SIDE * random.nextDouble();
                double height = 8 * random.nextDouble();
                for (int i = 0; i < weights.length; i++) {
                    double away = Math.pow(i / SIDE - y, 2) + Math.pow(i % SIDE - x, 2);
                    weights[i] += height * Math.exp(-away / 8);
                }
            }
            return weights;
        }
    }

    enum Kind {
        GOOD,
        /** The right values at the wrong places. */
        SHUFFLED,
        /** Of another model of the same world: as smooth as the truth. */
        FOREIGN;

        double[] effects(World world, double[] weights, Random random) {
            double[] right = switch (this) {
                case GOOD -> weights;
                case SHUFFLED -> shuffled(weights, random);
                case FOREIGN -> world.weights(random);
            };
            return Arrays.stream(right)
                    .map(weight -> -weight * (1 + 0.2 * random.nextGaussian()))
                    .toArray();
        }

        private static double[] shuffled(double[] weights, Random random) {
            List<Double> values = new ArrayList<>(Arrays.stream(weights).boxed().toList());
            Collections.shuffle(values, random);
            return values.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    /** Shares of {@value #MAPS} maps, as the decision has them; bounds are two to three standard errors above (for good ones below). */
    @ParameterizedTest
    @CsvSource({
        "LOCAL, SHUFFLED, 4, 0.04, 0.02",
        "MID, SHUFFLED, 4, 0.04, 0.02",
        "GLOBAL, SHUFFLED, 4, 0.04, 0.02",
        "SMOOTH, FOREIGN, 4, 0.17, 0.10",
        "LOCAL, SHUFFLED, 8, 0.10, 0.04",
        "MID, SHUFFLED, 8, 0.10, 0.04",
        "GLOBAL, SHUFFLED, 8, 0.10, 0.04",
        "SMOOTH, FOREIGN, 8, 0.29, 0.18",
        "LOCAL, SHUFFLED, 48, 0.28, 0.06",
        "GLOBAL, SHUFFLED, 48, 0.28, 0.06",
        "SMOOTH, FOREIGN, 48, 0.40, 0.18"
    })
    void anUnrelatedMapSeldomPasses(World world, Kind kind, int rounds, double mostAbove, double mostPassed) {
        Shares shares = shares(world, kind, rounds);
        assertTrue(shares.above() <= mostAbove, shares.toString());
        assertTrue(shares.passed() <= mostPassed, shares.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "LOCAL, 4, 0.92", "MID, 4, 0.92", "GLOBAL, 4, 0.83", "SMOOTH, 4, 0.87",
        "LOCAL, 8, 0.98", "MID, 8, 0.98", "GLOBAL, 8, 0.98", "SMOOTH, 8, 0.98"
    })
    void aGoodMapMostlyPasses(World world, int rounds, double leastPassed) {
        Shares shares = shares(world, Kind.GOOD, rounds);
        assertTrue(shares.passed() >= leastPassed, shares.toString());
    }

    /**
     * @param above of maps whose correlation's interval lies above 0
     * @param below of those whose lies below
     * @param apart of those whose strongest blocks matter more
     * @param passed of those with the first whose strongest blocks stand out
     */
    private record Shares(double above, double below, double apart, double passed) {}

    private static Shares shares(World world, Kind kind, int rounds) {
        Random random = new Random(31);
        int[] counts = new int[4];
        for (int i = 0; i < MAPS; i++) {
            double[] weights = world.weights(random);
            MapFaithfulness found = found(weights, kind.effects(world, weights, random), rounds, random);
            Agreement.Measured measured = (Agreement.Measured) found.agreement();
            counts[0] += measured.low() > 0 ? 1 : 0;
            counts[1] += measured.high() < 0 ? 1 : 0;
            counts[2] += found.contrast().orElseThrow().strongestMatterMore() ? 1 : 0;
            counts[3] += found.verdict().orElseThrow() == Verdict.FORETELLS ? 1 : 0;
        }
        double[] shares = Arrays.stream(counts)
                .mapToDouble(count -> count / (double) MAPS)
                .toArray();
        return new Shares(shares[0], shares[1], shares[2], shares[3]);
    }

    private static MapFaithfulness found(double[] weights, double[] effects, int rounds, Random random) {
        JointPlan plan = new JointPlan(BLOCKS, effects, random.nextLong());
        List<Pass> passes = plan.rounds(rounds);
        double[] changes = passes.stream()
                .mapToDouble(pass -> change(weights, pass.blocks(), random))
                .toArray();
        return new JointObservations(plan, passes, changes, 100, false).faithfulness();
    }

    /** What each block takes away differs by its donor, and losses saturate as Dice does. */
    private static double change(double[] weights, List<Integer> blocks, Random random) {
        double lost = blocks.stream()
                .mapToDouble(block -> -weights[block] * Math.log(random.nextDouble()))
                .sum();
        return -100 * (1 - Math.exp(-lost / 100));
    }

    private static List<Block> blocks() {
        BlockGrid grid = new BlockGrid(SIDE * 8, SIDE * 8, 8);
        return IntStream.range(0, grid.size()).mapToObj(grid::block).toList();
    }
}
