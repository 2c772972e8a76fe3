package io.limen.explainer.domain.quadrature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DrawAllocationTest {

    @Property
    void noBlockGetsMoreThanItHasLeftNorAllMoreThanTheCount(
            @ForAll @IntRange(min = 0, max = 30) int blocks,
            @ForAll @IntRange(min = 0, max = 300) int count,
            @ForAll long seed) {
        Random random = new Random(seed);
        double[] variances = random.doubles(blocks).map(v -> v < 0.2 ? 0 : v).toArray();
        int[] draws = random.ints(blocks, 1, 20).toArray();
        int[] left = random.ints(blocks, 0, 20).toArray();

        int[] further = DrawAllocation.next(variances, draws, left, count, 0);

        int possible = 0;
        for (int i = 0; i < blocks; i++) {
            assertTrue(further[i] >= 0 && further[i] <= left[i]);
            assertTrue(variances[i] > 0 || further[i] == 0);
            possible += variances[i] > 0 ? left[i] : 0;
        }
        assertEquals(Math.min(count, possible), Arrays.stream(further).sum());
    }

    @Property
    void drawsEndProportionalToTheSpread(@ForAll @IntRange(min = 2, max = 20) int blocks, @ForAll long seed) {
        double[] spreads = new Random(seed).doubles(blocks, 1, 10).toArray();
        int[] draws = new int[blocks];
        Arrays.fill(draws, 2);
        double[] variances = Arrays.stream(spreads).map(s -> s * s / 2).toArray();

        int[] further = DrawAllocation.next(variances, draws, filled(blocks, 100_000), 200 * blocks, 0);

        double perSpread = 202.0 * blocks / Arrays.stream(spreads).sum();
        for (int i = 0; i < blocks; i++) {
            assertEquals(perSpread * spreads[i], 2 + further[i], 1.5 + 0.02 * perSpread * spreads[i]);
        }
    }

    @Property
    void drawsEndWhenTheVarianceIsWhatWasAskedFor(@ForAll @IntRange(min = 1, max = 20) int blocks, @ForAll long seed) {
        double[] variances = new Random(seed).doubles(blocks, 0.1, 10).toArray();
        int[] draws = filled(blocks, 2);
        double target = Arrays.stream(variances).sum() / 5;

        int[] further = DrawAllocation.next(variances, draws, filled(blocks, 1000), 100_000, target);

        double reached = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < blocks; i++) {
            double spread = variances[i] * 2;
            reached += spread / (2 + further[i]);
            if (further[i] > 0) {
                least = Math.min(least, spread / (1 + further[i]) - spread / (2 + further[i]));
            }
        }
        assertTrue(reached <= target * (1 + 1e-9), reached + " > " + target);
        assertTrue(reached + least > target * (1 - 1e-9), "one draw less would have done");
    }

    @Test
    void nothingIsDrawnWhereNothingIsUncertainOrNothingIsLeft() {
        assertArrayEquals(
                new int[] {0, 0, 3},
                DrawAllocation.next(new double[] {0, 9, 0.1}, new int[] {2, 2, 2}, new int[] {5, 0, 3}, 10, 0));
    }

    @Test
    void equalBlocksAreServedInTheirOrder() {
        assertArrayEquals(
                new int[] {1, 1, 0},
                DrawAllocation.next(new double[] {1, 1, 1}, new int[] {2, 2, 2}, new int[] {5, 5, 5}, 2, 0));
    }

    private static int[] filled(int size, int value) {
        int[] filled = new int[size];
        Arrays.fill(filled, value);
        return filled;
    }
}
