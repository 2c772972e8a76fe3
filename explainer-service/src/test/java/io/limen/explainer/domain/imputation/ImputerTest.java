package io.limen.explainer.domain.imputation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.BlockGrid;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.intervention.PatchBank;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImputerTest {

    private static final int SIZE = 32;
    private static final BlockGrid GRID = new BlockGrid(SIZE, SIZE, 8);

    /** Brighter from left to right. */
    private static Image slope() {
        float[] pixels = new float[SIZE * SIZE];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (i % SIZE) / (float) SIZE;
        }
        return new Image(SIZE, SIZE, 1, pixels);
    }

    private static List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < GRID.size(); i++) {
            blocks.add(GRID.block(i));
        }
        return blocks;
    }

    @Test
    void whatIsLeftStaysAsItIs() {
        Image without = new FillIn(blocks(), 1).without(slope(), new int[] {5, 6, 9});
        for (int i = 0; i < SIZE * SIZE; i++) {
            int block = i / SIZE / 8 * 4 + i % SIZE / 8;
            if (block != 5 && block != 6 && block != 9) {
                assertEquals(slope().pixels()[i], without.pixels()[i]);
            }
        }
    }

    /** The slope is known on all sides of the block. */
    @Test
    void aBlockIsFilledInWithWhatItsSurroundingsSuggest() {
        Image without = new FillIn(blocks(), 1).without(slope(), new int[] {5});
        for (int y = 8; y < 16; y++) {
            for (int x = 8; x < 16; x++) {
                assertEquals(x / (float) SIZE, without.at(0, y, x), 0.12);
            }
        }
    }

    @Test
    void whereNothingIsLeftNothingIsKnown() {
        int[] all = new int[16];
        Arrays.setAll(all, i -> i);
        for (float value : new FillIn(blocks(), 1).without(slope(), all).pixels()) {
            assertEquals(0, value, 0.06);
        }
    }

    @Test
    void aBlockKeepsItsDonorWhateverElseIsTakenAway() {
        List<float[]> patches = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            float[] patch = new float[64];
            Arrays.fill(patch, i / 50f);
            patches.add(patch);
        }
        DonorImputer imputer = new DonorImputer(blocks(), new PatchBank(8, 1, patches, "a".repeat(64)), 4);
        Image one = imputer.without(slope(), new int[] {7});
        Image several = imputer.without(slope(), new int[] {2, 7, 11});
        assertArrayEquals(block(one, 7), block(several, 7));
        assertArrayEquals(block(slope(), 3), block(several, 3));
        float[] donor = block(several, 2);
        assertEquals(donor[0], donor[63]);
    }

    private static float[] block(Image image, int index) {
        return image.crop(GRID.block(index).window()).pixels();
    }
}
