package io.limen.explainer.domain.surrogate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RegionCellsTest {

    @Property(tries = 100)
    void cellsAreFewAndEveryNearPixelLiesAmongSome(
            @ForAll @IntRange(min = 1, max = 90) int height,
            @ForAll @IntRange(min = 1, max = 90) int width,
            @ForAll long seed) {
        RegionOutput output = random(height, width, seed);

        RegionCells cells = new RegionCells(output);

        assertTrue(cells.size() <= 32, () -> cells.size() + " cells");
        for (RegionCells.NearPixel pixel : cells.nearPixels()) {
            float sum = 0;
            assertTrue(pixel.cells().length >= 1 && Math.abs(pixel.margin()) < 3);
            for (int i = 0; i < pixel.cells().length; i++) {
                assertTrue(pixel.cells()[i] >= 0 && pixel.cells()[i] < cells.size());
                sum += pixel.weights()[i];
            }
            assertEquals(1, sum, 1e-5);
        }
    }

    @Property(tries = 60)
    void nearAndFarPixelsMakeUpTheRegion(
            @ForAll @IntRange(min = 1, max = 40) int height,
            @ForAll @IntRange(min = 1, max = 40) int width,
            @ForAll long seed) {
        RegionOutput output = random(height, width, seed);
        int area = 0;
        int common = 0;
        int referenceArea = 0;
        for (int i = 0; i < output.bounds(); i++) {
            boolean foreground = output.probabilities()[i] > 0.5;
            area += foreground ? 1 : 0;
            common += foreground && output.reference()[i] ? 1 : 0;
            referenceArea += output.reference()[i] ? 1 : 0;
        }

        RegionCells cells = new RegionCells(output);

        int nearArea = 0;
        int nearCommon = 0;
        for (RegionCells.NearPixel pixel : cells.nearPixels()) {
            nearArea += pixel.margin() > 0 ? 1 : 0;
            nearCommon += pixel.margin() > 0 && pixel.reference() ? 1 : 0;
        }
        assertEquals(area, cells.farArea()[0] + nearArea);
        assertEquals(common, cells.farArea()[1] + nearCommon);
        assertEquals(referenceArea, cells.referenceArea());
    }

    @Property(tries = 60)
    void theDerivativesAreThoseOfTheCellsMeanLogits(@ForAll long seed) {
        RegionOutput output = random(12, 9, seed);
        RegionCells cells = new RegionCells(output);

        float[][] derivatives = cells.derivatives();

        double[] columns = new double[output.bounds()];
        for (float[] cell : derivatives) {
            int pixels = 0;
            double sum = 0;
            for (int pixel = 0; pixel < cell.length; pixel++) {
                double p = output.probabilities()[pixel];
                // a mean logit that moves by 1 when all logits of the cell do: sum of weight x dp/dlogit = 1
                sum += cell[pixel] * p * (1 - p);
                pixels += cell[pixel] > 0 ? 1 : 0;
                columns[pixel] += cell[pixel] > 0 ? 1 : 0;
            }
            assertTrue(pixels >= 1 && pixels <= 16);
            assertEquals(1, sum, 1e-5);
        }
        for (int pixel = 0; pixel < columns.length; pixel++) {
            double p = output.probabilities()[pixel];
            assertEquals(Math.abs(Math.log(p / (1 - p))) < 3 ? 1 : 0, columns[pixel]);
        }
    }

    @Test
    void aRegionFarFromTheThresholdHasNoCells() {
        RegionOutput output = new RegionOutput(
                1, 4, new float[] {1, 0.999f, 0, 0.001f}, new boolean[] {true, false, true, false}, 0.5, new int[] {
                    0, 1, 2, 3
                });

        RegionCells cells = new RegionCells(output);

        assertEquals(0, cells.size());
        assertEquals(0, cells.derivatives().length);
        assertArrayEquals(new int[] {2, 1}, cells.farArea());
    }

    @Test
    void marginsAreMeasuredFromTheModelsThreshold() {
        RegionOutput output = new RegionOutput(1, 1, new float[] {0.5f}, new boolean[] {true}, 0.2, new int[] {0});

        assertEquals(Math.log(4), new RegionCells(output).nearPixels().get(0).margin(), 1e-9);
    }

    private static RegionOutput random(int height, int width, long seed) {
        Random random = new Random(seed);
        float[] probabilities = new float[height * width];
        boolean[] reference = new boolean[height * width];
        for (int i = 0; i < reference.length; i++) {
            probabilities[i] = (float) (1 / (1 + Math.exp(-3 * random.nextGaussian())));
            reference[i] = random.nextBoolean();
        }
        return new RegionOutput(
                height,
                width,
                probabilities,
                reference,
                0.5,
                IntStream.range(0, height * width).toArray());
    }
}
