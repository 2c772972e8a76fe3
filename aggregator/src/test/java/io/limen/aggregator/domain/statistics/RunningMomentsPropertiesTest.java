package io.limen.aggregator.domain.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class RunningMomentsPropertiesTest {

    /** Rounding of some hundred additions, relative to the size of the numbers (at most 100; squares at most 10,000). */
    private static final double MEAN_TOLERANCE = 1e-10;

    private static final double M2_TOLERANCE = 1e-6;

    @Property
    void mergeEqualsOnePassInAnyGrouping(
            @ForAll @Size(max = 120) List<@DoubleRange(min = -100, max = 100) Double> values,
            @ForAll @IntRange(min = 1, max = 9) int parts,
            @ForAll long seed) {
        Random random = new Random(seed);
        List<RunningMoments> grouped = new ArrayList<>(Collections.nCopies(parts, RunningMoments.EMPTY));
        for (double value : values) {
            int part = random.nextInt(parts);
            grouped.set(part, grouped.get(part).add(value));
        }
        Collections.shuffle(grouped, random);

        RunningMoments merged = grouped.stream().reduce(RunningMoments.EMPTY, RunningMoments::merge);

        assertClose(onePass(values), merged);
    }

    @Property
    void mergeIsAssociative(
            @ForAll @Size(max = 40) List<@DoubleRange(min = -100, max = 100) Double> a,
            @ForAll @Size(max = 40) List<@DoubleRange(min = -100, max = 100) Double> b,
            @ForAll @Size(max = 40) List<@DoubleRange(min = -100, max = 100) Double> c) {
        RunningMoments left = onePass(a).merge(onePass(b)).merge(onePass(c));
        RunningMoments right = onePass(a).merge(onePass(b).merge(onePass(c)));

        assertClose(left, right);
    }

    @Property
    void theOrderOfAddingIsIrrelevant(
            @ForAll @Size(max = 120) List<@DoubleRange(min = -100, max = 100) Double> values, @ForAll long seed) {
        List<Double> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, new Random(seed));

        assertClose(onePass(values), onePass(shuffled));
    }

    @Property
    void momentsAreThoseOfTheTextbook(
            @ForAll @Size(min = 1, max = 120) List<@DoubleRange(min = -100, max = 100) Double> values) {
        double mean = values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
        double m2 = values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();

        assertClose(
                new RunningMoments(values.size(), mean, m2, Collections.min(values), Collections.max(values)),
                onePass(values));
    }

    private static RunningMoments onePass(List<Double> values) {
        RunningMoments moments = RunningMoments.EMPTY;
        for (double value : values) {
            moments = moments.add(value);
        }
        return moments;
    }

    private static void assertClose(RunningMoments expected, RunningMoments actual) {
        assertEquals(expected.count(), actual.count());
        assertEquals(expected.mean(), actual.mean(), MEAN_TOLERANCE);
        assertEquals(expected.m2(), actual.m2(), M2_TOLERANCE);
        // ==, because -0.0 and 0.0 are the same extreme
        assertTrue(expected.min() == actual.min(), () -> expected + " " + actual);
        assertTrue(expected.max() == actual.max(), () -> expected + " " + actual);
    }
}
