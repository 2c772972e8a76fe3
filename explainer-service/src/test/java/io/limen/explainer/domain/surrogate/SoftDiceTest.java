package io.limen.explainer.domain.surrogate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SoftDiceTest {

    private static final double STEP = 1e-3;

    @Property(tries = 100)
    void theDerivativeIsThatOfFiniteDifferences(
            @ForAll @IntRange(min = 1, max = 6) int height,
            @ForAll @IntRange(min = 1, max = 6) int width,
            @ForAll long seed) {
        RegionOutput output = random(height, width, seed);
        SoftDice dice = new SoftDice(output);

        float[] derivative = dice.derivative();

        for (int pixel = 0; pixel < output.bounds(); pixel++) {
            float[] above = output.probabilities().clone();
            float[] below = output.probabilities().clone();
            above[pixel] += STEP;
            below[pixel] -= STEP;
            double slope = (dice.change(above, 0) - dice.change(below, 0)) / (2 * STEP);
            assertEquals(slope, derivative[pixel], 0.02 + 0.01 * Math.abs(slope));
        }
    }

    @Test
    void ofMasksItIsDice() {
        // 2 x 2 / (3 + 3): two of three in common; then the first is lost: 2 x 1 / (2 + 3)
        RegionOutput output = output(new float[] {1, 1, 1, 0}, true, true, false, true);

        double change = new SoftDice(output).change(new float[] {9, 9, 9, 9, 0, 1, 1, 0}, 1);

        assertEquals(100 * (2.0 / 5 - 4.0 / 6), change, 1e-9);
    }

    @Test
    void theUnperturbedOutputIsNoChange() {
        RegionOutput output = random(5, 4, 3);

        assertEquals(0, new SoftDice(output).change(output.probabilities(), 0));
    }

    @Test
    void nothingInTheReferenceAndNothingFoundIsNoChangeAndNoSlope() {
        SoftDice dice = new SoftDice(output(new float[4], false, false, false, false));

        assertArrayEquals(new float[4], dice.derivative());
        assertEquals(0, dice.change(new float[4], 0));
        assertEquals(-100, dice.change(new float[] {1, 0, 0, 0}, 0));
    }

    @Test
    void pixelsThatAreNotOfTheRegionDoNotCount() {
        RegionOutput output = new RegionOutput(
                1, 3, new float[] {0.6f, 0.9f, 0.2f}, new boolean[] {true, true, false}, 0.5, new int[] {0, 2});
        SoftDice dice = new SoftDice(output);

        assertEquals(0, dice.derivative()[1]);
        assertEquals(0, dice.change(new float[] {0.6f, 0.1f, 0.2f}, 0));
    }

    private static RegionOutput output(float[] probabilities, boolean... reference) {
        return new RegionOutput(
                1,
                reference.length,
                probabilities,
                reference,
                0.5,
                IntStream.range(0, reference.length).toArray());
    }

    /** Most pixels belong to the region. */
    private static RegionOutput random(int height, int width, long seed) {
        Random random = new Random(seed);
        float[] probabilities = new float[height * width];
        boolean[] reference = new boolean[height * width];
        for (int i = 0; i < reference.length; i++) {
            probabilities[i] = 0.1f + 0.8f * random.nextFloat();
            reference[i] = random.nextBoolean();
        }
        int[] pixels = IntStream.range(0, reference.length)
                .filter(i -> random.nextInt(5) > 0)
                .toArray();
        return new RegionOutput(height, width, probabilities, reference, 0.5, pixels);
    }
}
