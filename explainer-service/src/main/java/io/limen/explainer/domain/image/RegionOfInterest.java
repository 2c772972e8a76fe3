package io.limen.explainer.domain.image;

/**
 * The rectangle of output pixels whose segmentation is explained.
 *
 * @param y top row, 0 or more
 * @param x left column, 0 or more
 * @param height rows, 1 or more
 * @param width columns, 1 or more
 */
public record RegionOfInterest(int y, int x, int height, int width) {

    public RegionOfInterest {
        if (y < 0 || x < 0 || height < 1 || width < 1) {
            throw new IllegalArgumentException("RegionOfInterest: " + y + "," + x + "," + height + "," + width);
        }
    }

    /** Pixels in the region. */
    public int area() {
        return height * width;
    }

    /** Whether the region lies inside an image of that size. */
    public boolean fitsIn(int imageHeight, int imageWidth) {
        return y <= imageHeight - height && x <= imageWidth - width;
    }
}
