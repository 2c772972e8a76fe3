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
        return y < region.y() + region.height()
                && region.y() < y + height
                && x < region.x() + region.width()
                && region.x() < x + width;
    }
}
