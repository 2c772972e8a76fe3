package io.limen.aggregator.domain.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReferenceCellsTest {

    @Test
    void everyValueOfTheReferenceIsCounted() {
        ReferenceCells cells = ReferenceCells.of(new float[] {3, 1, 2, 2, 2});
        assertEquals(5, cells.total());
        assertEquals(3, cells.edges().length);
    }

    @Test
    void aLargeReferenceKeepsAHundredEdgesAndAllCounts() {
        float[] values = new float[1_234];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        ReferenceCells cells = ReferenceCells.of(values);
        assertEquals(ReferenceCells.MAX_EDGES, cells.edges().length);
        assertEquals(values.length, cells.total());
    }

    @Test
    void theRankIsBetweenThoseBelowAndThoseAbove() {
        ReferenceCells cells = ReferenceCells.of(new float[] {1, 2, 3});
        assertEquals(1.5 / 4, cells.pValue(1.5, 0.5), 1e-12);
        assertEquals(2.0 / 4, cells.pValue(2, 0.5), 1e-12);
        assertEquals(3.5 / 4, cells.pValue(9, 0.5), 1e-12);
    }

    @Test
    void tiesAreBrokenByLot() {
        ReferenceCells cells = ReferenceCells.of(new float[] {0, 0, 0, 0});
        assertEquals(0.1, cells.pValue(0, 0.1), 1e-12);
        assertEquals(0.9, cells.pValue(0, 0.9), 1e-12);
    }

    @Test
    void whatIsAddedCanBeRemoved() {
        ReferenceCells cells = ReferenceCells.of(new float[] {1, 2, 3});
        assertEquals(cells, cells.add(2.5).remove(2.5));
        assertEquals(4, cells.add(2.5).total());
    }

    /** Uniform one by one, and the correlation of neighbours is within its error of zero: what the bets rest on. */
    @Test
    void pValuesOfAnExchangeableStreamAreUniformAndIndependent() {
        Random random = new Random(5);
        int[] tenths = new int[10];
        double products = 0;
        int pairs = 0;
        for (int stream = 0; stream < 400; stream++) {
            // skewed, with an atom that holds a third of the values
            ReferenceCells cells = ReferenceCells.of(values(random, 20));
            double before = Double.NaN;
            for (int i = 0; i < 100; i++) {
                float value = value(random);
                double p = cells.pValue(value, random.nextDouble());
                cells = cells.add(value);
                tenths[(int) (p * 10)]++;
                if (i > 0) {
                    products += 12 * (p - 0.5) * (before - 0.5);
                    pairs++;
                }
                before = p;
            }
        }
        double expected = Arrays.stream(tenths).sum() / 10.0;
        double chiSquare = Arrays.stream(tenths)
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
        assertTrue(chiSquare < 27.9, "chi-square on 9 degrees of freedom, p = 0.001: " + chiSquare);
        double correlation = products / pairs;
        assertTrue(Math.abs(correlation) < 3.3 / Math.sqrt(pairs), "correlation " + correlation);
    }

    @Test
    void edgesThatDoNotIncreaseAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new ReferenceCells(new float[] {1, 1}, new long[5]));
        assertThrows(IllegalArgumentException.class, () -> new ReferenceCells(new float[] {1, 2}, new long[4]));
    }

    private static float[] values(Random random, int count) {
        List<Float> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(value(random));
        }
        float[] array = new float[count];
        for (int i = 0; i < count; i++) {
            array[i] = values.get(i);
        }
        return array;
    }

    private static float value(Random random) {
        return random.nextInt(3) == 0 ? 1f : (float) Math.exp(random.nextGaussian());
    }
}
