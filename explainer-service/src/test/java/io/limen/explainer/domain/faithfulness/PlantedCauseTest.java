package io.limen.explainer.domain.faithfulness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.Mask;
import io.limen.explainer.domain.image.RegionOfInterest;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PlantedCauseTest {

    private static final List<Block> BLOCKS = List.of(
            new Block(0, 0, 0, 2, 2), new Block(1, 0, 2, 2, 2), new Block(2, 0, 4, 2, 2), new Block(3, 0, 6, 2, 2));

    /** All of the second block and half of the third. */
    private static Mask cause() {
        boolean[] pixels = new boolean[16];
        for (int x = 2; x < 5; x++) {
            pixels[x] = true;
            pixels[8 + x] = true;
        }
        return new Mask(2, 8, pixels);
    }

    @Test
    void theShareIsThatOfTheBlocksWhichTouchTheCause() {
        PlantedCause planted = new PlantedCause(cause(), BLOCKS);
        // the median is 0.5
        assertEquals((4.5 + 1.5) / 7, planted.share(new double[] {1, 5, -1, 0}).orElseThrow(), 1e-12);
        assertEquals(1, planted.share(new double[] {0, 5, 0, 0}).orElseThrow(), 1e-12);
        assertEquals(0, planted.share(new double[] {3, 7, 7, 7}).orElseThrow(), 1e-12);
        assertEquals(OptionalDouble.empty(), planted.share(new double[] {7, 7, 7, 7}));
    }

    @Test
    void aCauseThatNoTreatedBlockTouchesTellsNothing() {
        PlantedCause planted = new PlantedCause(cause(), List.of(BLOCKS.get(0), BLOCKS.get(3)));
        assertEquals(OptionalDouble.empty(), planted.share(new double[] {1, 5}));
        assertEquals(OptionalDouble.empty(), planted.hit(new double[] {1, 5}));
    }

    @Test
    void theStrongestBlockHitsOrMisses() {
        PlantedCause planted = new PlantedCause(cause(), BLOCKS);
        assertEquals(OptionalDouble.of(1), planted.hit(new double[] {0, 0, -4, 1}));
        assertEquals(OptionalDouble.of(0), planted.hit(new double[] {0, 0, -1, 4}));
        assertEquals(OptionalDouble.empty(), planted.hit(new double[4]));
        assertEquals(OptionalDouble.of(0.5), planted.hit(new double[] {4, 0, -4, 0}));
    }

    @Test
    void leakageIsWhatChangesOutsideTheRegionButNotInTheBlocksTaken() {
        Mask before = new Mask(2, 8, new boolean[16]);
        boolean[] after = new boolean[16];
        after[0] = true; // in the block taken: does not count
        after[4] = true; // in the region
        after[7] = true; // elsewhere
        after[15] = true; // elsewhere
        OffTarget target = new OffTarget(new RegionOfInterest(0, 4, 2, 2), before);
        assertEquals(
                2 / 3.0,
                target.share(List.of(new Mask(2, 8, after)), BLOCKS.subList(0, 1))
                        .orElseThrow(),
                1e-12);
        assertEquals(OptionalDouble.empty(), target.share(List.of(before), BLOCKS));
    }
}
