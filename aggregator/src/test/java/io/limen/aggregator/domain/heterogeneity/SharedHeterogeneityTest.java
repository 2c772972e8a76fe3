package io.limen.aggregator.domain.heterogeneity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.limen.aggregator.domain.strategy.Profile;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The numbers that the explainer's test of the same name holds its own formulas to: services do not depend on each other, and must not
 * disagree. Reference values were computed with Python's math module.
 */
class SharedHeterogeneityTest {

    private static final double TOLERANCE = 1e-12;

    private final ProfileSums first = sums(0, 1, 2);
    private final ProfileSums second = sums(4, 6);

    @Test
    void withinOneModel() {
        assertEquals(0.1738460383208702, first.divergence().orElseThrow(), TOLERANCE);
        assertEquals(0.0988535937709254, second.divergence().orElseThrow(), TOLERANCE);
    }

    @Test
    void withinAndBetweenTwoModels() {
        FleetHeterogeneity found = FleetHeterogeneity.of(List.of(first, second));

        assertEquals(0.14384906050089227, found.within(), TOLERANCE);
        assertEquals(0.06578293947846384, found.between(), TOLERANCE);
        assertEquals(0.2096319999793561, found.total(), TOLERANCE);
    }

    @Test
    void entropyOfClasses() {
        assertEquals(
                0.9018185525433372, ClassEntropy.of(List.of(7L, 2L, 1L, 0L)).orElseThrow(), TOLERANCE);
    }

    private static ProfileSums sums(int... profiles) {
        ProfileSums sums = ProfileSums.EMPTY;
        for (int k : profiles) {
            sums = sums.add(profile(k), OptionalDouble.empty());
        }
        return sums;
    }

    /** Cell c is worth (1 + (c (k + 1) mod 7)) squared, over the sum. */
    private static Profile profile(int k) {
        double[] weights = IntStream.range(0, Profile.CELLS)
                .mapToDouble(cell -> Math.pow(1 + cell * (k + 1) % 7, 2))
                .toArray();
        double sum = Arrays.stream(weights).sum();
        return new Profile(
                Arrays.stream(weights).map(weight -> weight / sum).boxed().toList());
    }
}
