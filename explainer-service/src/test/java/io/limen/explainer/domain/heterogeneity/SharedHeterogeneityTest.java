package io.limen.explainer.domain.heterogeneity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The numbers that the aggregator's test of the same name holds its own formulas to: services do not depend on each other, and must not
 * disagree. Reference values were computed with Python's math module.
 */
class SharedHeterogeneityTest {

    private static final double TOLERANCE = 1e-12;

    private final List<CaseProfile> first = List.of(profile(0), profile(1), profile(2));
    private final List<CaseProfile> second = List.of(profile(4), profile(6));

    @Test
    void withinOneModel() {
        assertEquals(0.1738460383208702, ProfileDivergence.within(first).orElseThrow(), TOLERANCE);
        assertEquals(0.0988535937709254, ProfileDivergence.within(second).orElseThrow(), TOLERANCE);
    }

    @Test
    void withinAndBetweenTwoModels() {
        ProfileDivergence found = ProfileDivergence.of(List.of(first, second)).orElseThrow();

        assertEquals(0.14384906050089227, found.within(), TOLERANCE);
        assertEquals(0.06578293947846384, found.between(), TOLERANCE);
        assertEquals(0.2096319999793561, found.total(), TOLERANCE);
    }

    @Test
    void entropyOfClasses() {
        assertEquals(0.9018185525433372, ClassEntropy.of(new int[] {7, 2, 1, 0}).orElseThrow(), TOLERANCE);
    }

    @Test
    void quadraticEntropyOfFeatures() {
        List<double[]> cases = List.of(new double[] {0.9, 0.1}, new double[] {0.5, 0.4}, new double[] {0.7, 0.7});

        assertEquals(0.26, new RaoEntropy(new double[] {1, 1}).of(cases).orElseThrow(), TOLERANCE);
    }

    /** Cell c is worth (1 + (c (k + 1) mod 7)) squared, over the sum. */
    private static CaseProfile profile(int k) {
        double[] weights = IntStream.range(0, 48)
                .mapToDouble(cell -> Math.pow(1 + cell * (k + 1) % 7, 2))
                .toArray();
        double sum = Arrays.stream(weights).sum();
        return CaseProfile.of(Arrays.stream(weights).map(weight -> weight / sum).toArray());
    }
}
