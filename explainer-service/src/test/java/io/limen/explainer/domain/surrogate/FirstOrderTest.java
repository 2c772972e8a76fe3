package io.limen.explainer.domain.surrogate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.intervention.PatchBank;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FirstOrderTest {

    @Property(tries = 50)
    void onALinearModelItIsExact(@ForAll long seed, @ForAll @IntRange(min = 0, max = 8) int index) {
        LinearCase linear = new LinearCase(seed, 12, 0.05);
        // of a grid of 3 x 3 the last row and column are clipped to 4 pixels
        Block block = LinearCase.block(index);

        float[] change = new FirstOrder(linear.image, linear.bank).change(linear.weights, block);

        assertEquals(12, change.length);
        for (int donor = 0; donor < 12; donor++) {
            assertEquals(linear.move(block, donor), change[donor], 1e-4);
        }
    }

    @Test
    void theBlocksOwnContentChangesNothing() {
        LinearCase linear = new LinearCase(1, 1, 0.05);
        Block block = LinearCase.block(4);
        float[] own = linear.image.crop(block.window()).pixels();

        float[] change = new FirstOrder(linear.image, new PatchBank(LinearCase.BLOCK, 3, List.of(own), "f".repeat(64)))
                .change(linear.weights, block);

        assertArrayEquals(new float[1], change, 1e-5f);
    }
}
