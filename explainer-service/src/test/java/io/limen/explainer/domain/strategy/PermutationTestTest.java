package io.limen.explainer.domain.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.domain.image.BlockGrid;
import io.limen.explainer.domain.image.RegionOfInterest;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PermutationTestTest {

    private static final int MAPS = 200;

    /** Kolmogorov's critical distance for 200 values at 1 %. */
    private static final double CRITICAL_DISTANCE = 1.63 / Math.sqrt(MAPS);

    private static final BlockGeometry GEOMETRY =
            new BlockGeometry(new BlockGrid(96, 96, 8), new RegionOfInterest(40, 40, 16, 16));

    @Test
    void pValuesAreUniformWhenPlaceDoesNotMatter() {
        AxisEnrichment axis = new AxisEnrichment(GEOMETRY);
        ScanAsymmetry scan = new ScanAsymmetry(GEOMETRY);
        Random random = new Random(11);
        double[] axisPValues = new double[MAPS];
        double[] scanPValues = new double[MAPS];
        for (int map = 0; map < MAPS; map++) {
            double[] sizes = new double[GEOMETRY.size()];
            for (int i = 0; i < sizes.length; i++) {
                sizes[i] = random.nextInt(3) == 0 ? 0 : -Math.log(1 - random.nextDouble()) / GEOMETRY.radius(i);
            }
            axisPValues[map] = axis.test(sizes, map).orElseThrow().pValue();
            scanPValues[map] = scan.test(sizes, map).orElseThrow().pValue();
        }

        assertTrue(distanceToUniform(axisPValues) < CRITICAL_DISTANCE, () -> Arrays.toString(axisPValues));
        assertTrue(distanceToUniform(scanPValues) < CRITICAL_DISTANCE, () -> Arrays.toString(scanPValues));
    }

    @Test
    void anArrangementThatNoOtherReachesHasTheSmallestPValue() {
        int[] oneStratum = new int[40];
        double[] values = new double[40];
        Arrays.fill(values, 0, 20, 1);
        PermutationTest test = new PermutationTest(oneStratum, 3);

        double pValue = test.pValue(values, some -> Arrays.stream(some, 0, 20).sum());

        assertEquals(2.0 / (1 + PermutationTest.PERMUTATIONS), pValue);
    }

    @Test
    void valuesStayInTheirStratum() {
        int[] strata = {0, 1, 2, 3};

        double pValue = new PermutationTest(strata, 3)
                .pValue(new double[] {1, 2, 3, 4}, some -> some[0] + 10 * some[1] + 100 * some[2]);

        assertEquals(1, pValue);
    }

    @Test
    void theSameSeedGivesTheSamePValue() {
        double[] sizes = new Random(5).doubles(GEOMETRY.size()).toArray();
        ScanAsymmetry scan = new ScanAsymmetry(GEOMETRY);

        assertEquals(scan.test(sizes, 9), scan.test(sizes, 9));
    }

    private static double distanceToUniform(double[] pValues) {
        double[] sorted = pValues.clone();
        Arrays.sort(sorted);
        double distance = 0;
        for (int i = 0; i < sorted.length; i++) {
            distance = Math.max(distance, Math.max((i + 1.0) / MAPS - sorted[i], sorted[i] - (double) i / MAPS));
        }
        return distance;
    }
}
