package io.limen.explainer.domain.image;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The image tiled by square blocks from the upper left corner.
 *
 * @param imageHeight pixel rows
 * @param imageWidth pixel columns
 * @param blockSize side of a block in pixels, 1 or more
 */
public record BlockGrid(int imageHeight, int imageWidth, int blockSize) {

    public BlockGrid {
        if (imageHeight < 1 || imageWidth < 1 || blockSize < 1) {
            throw new IllegalArgumentException("BlockGrid: " + imageHeight + "x" + imageWidth + "/" + blockSize);
        }
    }

    /** Rows of blocks. */
    public int rows() {
        return (imageHeight + blockSize - 1) / blockSize;
    }

    /** Columns of blocks. */
    public int columns() {
        return (imageWidth + blockSize - 1) / blockSize;
    }

    /** Blocks in the grid. */
    public int size() {
        return rows() * columns();
    }

    /** The block at a row-major position. */
    public Block block(int index) {
        int y = index / columns() * blockSize;
        int x = index % columns() * blockSize;
        return new Block(index, y, x, Math.min(blockSize, imageHeight - y), Math.min(blockSize, imageWidth - x));
    }

    /** The blocks that do not touch the region, in row-major order: those that are treated. */
    public List<Block> treated(RegionOfInterest region) {
        return IntStream.range(0, size())
                .mapToObj(this::block)
                .filter(block -> !block.touches(region))
                .toList();
    }
}
