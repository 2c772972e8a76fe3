package io.limen.explainer.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.limen.explainer.domain.attribution.Budget;
import io.limen.explainer.domain.image.BlockGrid;
import io.limen.explainer.domain.surrogate.BlockSurrogate;
import io.limen.explainer.domain.surrogate.RegionOutput;
import io.limen.explainer.domain.surrogate.SoftDice;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A region of 16 cells of pixels near the threshold; a row of gradients takes a second. */
class SurrogatesTest {

    private static final int CELLS = 16;

    private final RegionOutput output = nearTheThreshold();
    private final ProbedCase probed = new ProbedCase(
            Scene.grayImage(), Scene.REGION, new BlockGrid(Scene.SIZE, Scene.SIZE, Scene.BLOCK).treated(Scene.REGION));
    private long seconds;
    private int rowsMade;
    private boolean interrupting;

    private Surrogates surrogates(long maxSeconds) {
        BudgetMeter meter = new BudgetMeter(
                new Budget(Long.MAX_VALUE, Duration.ofSeconds(maxSeconds)),
                () -> Duration.ofSeconds(seconds).toNanos());
        return new Surrogates(new SlowGradients(), output, probed, Scene.bank(), meter);
    }

    @AfterEach
    void clearInterruption() {
        Thread.interrupted();
    }

    @Test
    void flipsArePredictedWhenThereIsTime() throws Exception {
        Surrogates surrogates = surrogates(100);
        List<BlockSurrogate> soft = surrogates.soft(new SoftDice(output));
        assertNotEquals(soft, surrogates.withFlips(soft));
        assertEquals(1 + CELLS, rowsMade);
    }

    @Test
    void gradientsThatWouldEndTooLateAreNotBegun() throws Exception {
        Surrogates surrogates = surrogates(CELLS);
        List<BlockSurrogate> soft = surrogates.soft(new SoftDice(output));
        assertSame(soft, surrogates.withFlips(soft));
        assertEquals(1, rowsMade);
    }

    @Test
    void gradientsEndWhenTheTimeDoes() throws Exception {
        Surrogates surrogates = surrogates(CELLS - 2);
        List<BlockSurrogate> soft = List.of();
        assertSame(soft, surrogates.withFlips(soft));
        assertEquals(CELLS / 2, rowsMade);
    }

    @Test
    void interruptionEndsThemBetweenTwo() {
        interrupting = true;
        Surrogates surrogates = surrogates(100);
        assertThrows(InterruptedException.class, () -> surrogates.withFlips(List.of()));
        assertEquals(CELLS / 2, rowsMade);
    }

    private static RegionOutput nearTheThreshold() {
        int area = Scene.REGION.area();
        float[] probabilities = new float[area];
        Arrays.fill(probabilities, 0.51f);
        return new RegionOutput(
                Scene.REGION.height(),
                Scene.REGION.width(),
                probabilities,
                new boolean[area],
                0.5,
                IntStream.range(0, area).toArray());
    }

    private final class SlowGradients implements RegionGradients {

        @Override
        public float[][] of(float[][] weights) {
            seconds += weights.length;
            rowsMade += weights.length;
            if (interrupting) {
                Thread.currentThread().interrupt();
            }
            float[][] gradients = new float[weights.length][Scene.SIZE * Scene.SIZE];
            for (float[] row : gradients) {
                Arrays.fill(row, 1);
            }
            return gradients;
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
