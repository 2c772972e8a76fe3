package io.limen.producer.domain.image;

import java.util.Arrays;

/** Which pixels are foreground. Immutable. */
public final class Mask {

    private final int width;
    private final int height;
    private final boolean[] foreground;

    /**
     * @param width columns, 1 or more
     * @param height rows, 1 or more
     * @param foreground [height, width], row-major
     */
    public Mask(int width, int height, boolean[] foreground) {
        if (width < 1 || height < 1 || foreground.length != (long) width * height) {
            throw new IllegalArgumentException(
                    "Mask: " + width + "x" + height + " with " + foreground.length + " values");
        }
        this.width = width;
        this.height = height;
        this.foreground = foreground.clone();
    }

    /** Columns. */
    public int width() {
        return width;
    }

    /** Rows. */
    public int height() {
        return height;
    }

    /** Whether the pixel at a row and column is foreground. */
    public boolean at(int y, int x) {
        return foreground[y * width + x];
    }

    /** Number of foreground pixels, 0 to width * height. */
    public int area() {
        int area = 0;
        for (boolean pixel : foreground) {
            area += pixel ? 1 : 0;
        }
        return area;
    }

    /** A copy without foreground in an area; what lies beyond the mask is passed over. */
    public Mask cleared(Area area) {
        boolean[] cleared = foreground.clone();
        int right = (int) Math.min(width, (long) area.x() + area.width());
        int bottom = (int) Math.min(height, (long) area.y() + area.height());
        for (int y = area.y(); y < bottom; y++) {
            Arrays.fill(cleared, y * width + Math.min(area.x(), right), y * width + right, false);
        }
        return new Mask(width, height, cleared);
    }

    /** Whether the mask belongs on the image, pixel by pixel. */
    public boolean covers(Pixels image) {
        return width == image.width() && height == image.height();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Mask that && width == that.width && Arrays.equals(foreground, that.foreground);
    }

    @Override
    public int hashCode() {
        return 31 * width + Arrays.hashCode(foreground);
    }

    @Override
    public String toString() {
        return "Mask " + width + "x" + height;
    }
}
