package io.limen.producer.domain.explanation;

import java.util.Arrays;

/**
 * Average treatment effects of the blocks of a model's input.
 *
 * @param inputHeight rows of the model's input, pixels
 * @param inputWidth columns of the model's input, pixels
 * @param blockSize side of a block, pixels of the model's input; at most the longer side of that
 * @param effects percentage points of the region's Dice, [gridHeight, gridWidth], row-major; NaN where a block touches the
 *     region and was not treated
 * @param significant whether the effect differs from 0, in the same order
 */
public record BlockMap(int inputHeight, int inputWidth, int blockSize, double[] effects, boolean[] significant) {

    /** Beyond any input that a model takes. */
    private static final int LARGEST_SIDE = 1 << 15;

    public BlockMap {
        effects = effects.clone();
        significant = significant.clone();
        if (inputHeight < 1
                || inputWidth < 1
                || inputHeight > LARGEST_SIDE
                || inputWidth > LARGEST_SIDE
                || blockSize < 1
                || blockSize > Math.max(inputHeight, inputWidth)) {
            throw new IllegalArgumentException(
                    "BlockMap: blocks of " + blockSize + " on " + inputHeight + "x" + inputWidth);
        }
        long blocks = (long) side(inputHeight, blockSize) * side(inputWidth, blockSize);
        if (effects.length != blocks || significant.length != blocks) {
            throw new IllegalArgumentException("BlockMap: " + effects.length + " effects of " + blocks + " blocks");
        }
        if (Arrays.stream(effects).anyMatch(effect -> Double.isInfinite(effect) || Math.abs(effect) > 100)) {
            throw new IllegalArgumentException("BlockMap: an effect beyond 100 percentage points");
        }
    }

    private static int side(int pixels, int blockSize) {
        return (pixels - 1) / blockSize + 1;
    }

    /**
     * The block that covers a pixel of the image that the model was given, which it takes at its input's size.
     *
     * @param height rows of the image
     * @param width columns of the image
     */
    public int blockAt(int y, int x, int height, int width) {
        int row = (int) ((y + 0.5) * inputHeight / height) / blockSize;
        int column = (int) ((x + 0.5) * inputWidth / width) / blockSize;
        return row * side(inputWidth, blockSize) + column;
    }

    @Override
    public double[] effects() {
        return effects.clone();
    }

    @Override
    public boolean[] significant() {
        return significant.clone();
    }
}
