package io.limen.explainer.domain.image;

/**
 * One tile of the input, the unit of treatment. Tiles on the lower and right border are clipped to the image.
 *
 * @param index row-major position in the grid
 * @param y top pixel row
 * @param x left pixel column
 * @param height pixel rows, at most the block size
 * @param width pixel columns, at most the block size
 */
public record Block(int index, int y, int x, int height, int width) {

    public Block {
        if (index < 0 || y < 0 || x < 0 || height < 1 || width < 1) {
            throw new IllegalArgumentException("Block " + index + ": " + y + "," + x + "," + height + "," + width);
        }
    }

    /** Whether the block shares a pixel with the region. */
    public boolean touches(RegionOfInterest region) {
        int bottom = Math.min(y + height, region.bounds().bottom());
        int right = Math.min(x + width, region.bounds().right());
        for (int row = Math.max(y, region.y()); row < bottom; row++) {
            for (int column = Math.max(x, region.x()); column < right; column++) {
                if (region.contains(row, column)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The block's pixels. */
    public Window window() {
        return new Window(y, x, height, width);
    }

    /** The same block, with the same index, as seen from a window that contains it. */
    public Block seenFrom(Window window) {
        return new Block(index, y - window.y(), x - window.x(), height, width);
    }
}
