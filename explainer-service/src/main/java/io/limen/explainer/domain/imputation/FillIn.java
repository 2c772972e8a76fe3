package io.limen.explainer.domain.imputation;

import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.Image;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Fills blocks in from what is left of the image, smoothly, with a little noise: what a block held is gone, and no edge tells where it
 * was (the idea of ROAD, Rong et al. 2022). The filling is by push and pull (Gortler et al. 1996, section 3.4): means of
 * what is known at ever coarser scales, from which the unknown is interpolated back. Cost O(pixels).
 */
public final class FillIn implements Imputer {

    /** As in ROAD's own code: enough to make a constant filling unlike a constant picture. */
    private static final float NOISE = 0.01f;

    private final List<Block> blocks;
    private final long seed;

    /** @param seed of the noise */
    public FillIn(List<Block> blocks, long seed) {
        this.blocks = List.copyOf(blocks);
        this.seed = seed;
    }

    @Override
    public Image without(Image image, int[] removed) {
        int plane = image.height() * image.width();
        float[] known = new float[plane];
        Arrays.fill(known, 1);
        for (int position : removed) {
            Block block = blocks.get(position);
            for (int y = block.y(); y < block.y() + block.height(); y++) {
                int start = y * image.width() + block.x();
                Arrays.fill(known, start, start + block.width(), 0);
            }
        }
        Random random = new Random(seed);
        float[] pixels = image.pixels().clone();
        for (int channel = 0; channel < image.channels(); channel++) {
            float[] values = Arrays.copyOfRange(pixels, channel * plane, (channel + 1) * plane);
            float[] filled = new PushPull(image.height(), image.width(), values, known).filled();
            for (int i = 0; i < plane; i++) {
                float noise = (float) random.nextGaussian() * NOISE;
                pixels[channel * plane + i] = known[i] == 1 ? values[i] : Math.max(0, Math.min(1, filled[i] + noise));
            }
        }
        return new Image(image.height(), image.width(), image.channels(), pixels);
    }
}
