package io.limen.explainer.domain.faithfulness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.limen.explainer.domain.saliency.BlockRelevance;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PerturbationCurveTest {

    private static final Depths DEPTHS = new Depths(new int[] {1, 4});

    @Test
    void theAreaIsTheMeanHeightOverTheShareOfBlocks() {
        PerturbationCurve curve = new PerturbationCurve(DEPTHS, 100, new double[] {60, 20});
        assertEquals((80 + 3 * 40) / 4.0, curve.area(), 1e-12);
    }

    @Test
    void aLevelIsReachedBetweenTwoDepths() {
        PerturbationCurve curve = new PerturbationCurve(DEPTHS, 0, new double[] {30, 90});
        assertEquals(2.0 / 4, curve.reaches(50), 1e-12);
        assertEquals(0, curve.reaches(0), 0);
        assertEquals(1, curve.reaches(95), 0);
    }

    @Test
    void theLeadingDepthIsATwentieth() {
        double[] dice = {90, 80, 70, 60, 50, 40, 30, 20};
        assertEquals(70, new PerturbationCurve(Depths.of(240), 100, dice).atLeading());
        assertEquals(1, new PerturbationCurve(Depths.of(1), 100, new double[] {1}).atLeading());
    }

    @Test
    void depthsRiseToAllBlocksWhateverTheirNumber() {
        for (int blocks = 1; blocks < 400; blocks++) {
            int[] counts = Depths.of(blocks).counts();
            assertEquals(blocks, counts[counts.length - 1]);
            int leading = Depths.of(blocks).leading();
            assertEquals(
                    1, Arrays.stream(counts).filter(count -> count == leading).count());
        }
        assertArrayEquals(
                new int[] {2, 5, 12, 24, 48, 96, 168, 240}, Depths.of(240).counts());
    }

    @Test
    void equalBlocksComeInAnOrderOfTheirOwn() {
        BlockRelevance relevance = new BlockRelevance(new double[] {0, 3, 0, 0, 5, 0, 0, -1});
        BlockOrder order = BlockOrder.of(relevance, 1);
        assertArrayEquals(new int[] {4, 1}, order.first(2));
        assertArrayEquals(new int[] {7}, order.afterFirst(7));
        int[] middle = Arrays.copyOfRange(order.first(7), 2, 7);
        Arrays.sort(middle);
        assertArrayEquals(new int[] {0, 2, 3, 5, 6}, middle);
        boolean another = false;
        for (int seed = 2; seed < 10; seed++) {
            another |= !Arrays.equals(
                    order.first(8), BlockOrder.of(relevance, seed).first(8));
        }
        assertEquals(true, another);
    }
}
