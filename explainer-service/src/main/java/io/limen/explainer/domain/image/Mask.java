package io.limen.explainer.domain.image;

/**
 * A binary segmentation.
 *
 * @param height rows, 1 or more
 * @param width columns, 1 or more
 * @param foreground true where segmented, [height, width], row-major; not copied, as in {@link Image}
 */
public record Mask(int height, int width, boolean[] foreground) {

    public Mask {
        if (height < 1 || width < 1 || foreground.length != height * width) {
            throw new IllegalArgumentException("Mask: " + height + "x" + width + ", " + foreground.length + " values");
        }
    }

    /** Whether the pixel is foreground. */
    public boolean at(int y, int x) {
        return foreground[y * width + x];
    }

    /** Foreground pixels in the whole mask. */
    public int area() {
        int area = 0;
        for (boolean pixel : foreground) {
            area += pixel ? 1 : 0;
        }
        return area;
    }

    /** The part of the mask inside the region, a mask of the region's size. */
    public Mask crop(RegionOfInterest region) {
        boolean[] part = new boolean[region.area()];
        for (int row = 0; row < region.height(); row++) {
            System.arraycopy(
                    foreground, (region.y() + row) * width + region.x(), part, row * region.width(), region.width());
        }
        return new Mask(region.height(), region.width(), part);
    }
}
