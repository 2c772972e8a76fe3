package io.limen.producer.domain.image;

import java.util.Arrays;

/** An image as 8-bit RGB. Immutable. */
public final class Pixels {

    private static final int RGB = 0xFFFFFF;

    private final int width;
    private final int height;
    private final int[] rgb;

    /**
     * @param width columns, 1 or more
     * @param height rows, 1 or more
     * @param rgb 0xRRGGBB, [height, width], row-major; anything above the low 24 bits is dropped
     */
    public Pixels(int width, int height, int[] rgb) {
        if (width < 1 || height < 1 || rgb.length != (long) width * height) {
            throw new IllegalArgumentException("Pixels: " + width + "x" + height + " with " + rgb.length + " values");
        }
        this.width = width;
        this.height = height;
        this.rgb = new int[rgb.length];
        for (int i = 0; i < rgb.length; i++) {
            this.rgb[i] = rgb[i] & RGB;
        }
    }

    /** Columns. */
    public int width() {
        return width;
    }

    /** Rows. */
    public int height() {
        return height;
    }

    /** 0xRRGGBB at a row and column. */
    public int at(int y, int x) {
        return rgb[y * width + x];
    }

    /** A copy of one row: 0xRRGGBB, [width]. */
    public int[] row(int y) {
        return Arrays.copyOfRange(rgb, y * width, (y + 1) * width);
    }

    /** A copy in which an area is black; what lies beyond the image is passed over. */
    public Pixels blanked(Area area) {
        int[] blanked = rgb.clone();
        int right = (int) Math.min(width, (long) area.x() + area.width());
        int bottom = (int) Math.min(height, (long) area.y() + area.height());
        for (int y = area.y(); y < bottom; y++) {
            Arrays.fill(blanked, y * width + Math.min(area.x(), right), y * width + right, 0);
        }
        return new Pixels(width, height, blanked);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pixels that && width == that.width && Arrays.equals(rgb, that.rgb);
    }

    @Override
    public int hashCode() {
        return 31 * width + Arrays.hashCode(rgb);
    }

    @Override
    public String toString() {
        return "Pixels " + width + "x" + height;
    }
}
