package io.limen.explainer.domain.image;

import java.util.Arrays;
import java.util.Optional;

/**
 * A binary segmentation. Two masks of one size with the same foreground are equal.
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

    /** The part of the mask inside the region's bounds, a mask of their size. */
    public Mask crop(RegionOfInterest region) {
        return crop(region.bounds());
    }

    /** The part of the mask inside the window, a mask of the window's size. */
    public Mask crop(Window window) {
        boolean[] part = new boolean[window.area()];
        for (int row = 0; row < window.height(); row++) {
            System.arraycopy(
                    foreground, (window.y() + row) * width + window.x(), part, row * window.width(), window.width());
        }
        return new Mask(window.height(), window.width(), part);
    }

    /** The smallest window around the foreground; empty when there is none. Cost O(pixels). */
    public Optional<Window> bounds() {
        int top = height;
        int left = width;
        int bottom = 0;
        int right = 0;
        for (int i = 0; i < foreground.length; i++) {
            if (foreground[i]) {
                top = Math.min(top, i / width);
                bottom = i / width + 1;
                left = Math.min(left, i % width);
                right = Math.max(right, i % width + 1);
            }
        }
        return bottom == 0 ? Optional.empty() : Optional.of(new Window(top, left, bottom - top, right - left));
    }

    /** Whether the mask is of that size and its foreground reaches all four of its sides. */
    boolean fills(int rows, int columns) {
        return height == rows && width == columns && bounds().equals(Optional.of(Window.whole(height, width)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Mask mask
                && height == mask.height
                && width == mask.width
                && Arrays.equals(foreground, mask.foreground);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * height + width) + Arrays.hashCode(foreground);
    }
}
