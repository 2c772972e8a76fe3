package io.limen.explainer.domain.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The output pixels whose segmentation is explained: a rectangle, or a set of pixels such as a whole object.
 *
 * @param bounds the smallest rectangle around the pixels
 * @param membership which pixels of the bounds belong to the region, a mask of the bounds' size that touches all four of
 *     their sides; empty: all of them
 */
public record RegionOfInterest(Window bounds, Optional<Mask> membership) {

    public RegionOfInterest {
        if (membership.isPresent() && !membership.get().fills(bounds.height(), bounds.width())) {
            throw new IllegalArgumentException("RegionOfInterest: bounds that are not the pixels' own, " + bounds);
        }
    }

    /**
     * A rectangle.
     *
     * @param y top row, 0 or more
     * @param x left column, 0 or more
     * @param height rows, 1 or more
     * @param width columns, 1 or more
     */
    public RegionOfInterest(int y, int x, int height, int width) {
        this(new Window(y, x, height, width), Optional.empty());
    }

    /** The foreground of a mask of the whole output; empty when there is none. Cost O(pixels). */
    public static Optional<RegionOfInterest> foregroundOf(Mask mask) {
        return mask.bounds().map(bounds -> {
            Mask pixels = mask.crop(bounds);
            return new RegionOfInterest(
                    bounds, pixels.area() == bounds.area() ? Optional.empty() : Optional.of(pixels));
        });
    }

    /** The top row of the bounds. */
    public int y() {
        return bounds.y();
    }

    /** The left column of the bounds. */
    public int x() {
        return bounds.x();
    }

    /** Rows of the bounds. */
    public int height() {
        return bounds.height();
    }

    /** Columns of the bounds. */
    public int width() {
        return bounds.width();
    }

    /** Pixels in the region: fewer than those of its bounds when it is no rectangle. */
    public int area() {
        return membership.map(Mask::area).orElse(bounds.area());
    }

    /** Whether a pixel of the output belongs to the region. */
    public boolean contains(int row, int column) {
        return row >= y()
                && row < bounds.bottom()
                && column >= x()
                && column < bounds.right()
                && membership.map(pixels -> pixels.at(row - y(), column - x())).orElse(true);
    }

    /** The region as rectangles that don't overlap: itself, or its pixels row by row, each as long as it goes. */
    public List<Window> runs() {
        if (membership.isEmpty()) {
            return List.of(bounds);
        }
        Mask pixels = membership.get();
        List<Window> runs = new ArrayList<>();
        for (int row = 0; row < pixels.height(); row++) {
            int start = 0;
            for (int column = 0; column <= pixels.width(); column++) {
                if (column == pixels.width() || !pixels.at(row, column)) {
                    if (column > start) {
                        runs.add(new Window(y() + row, x() + start, 1, column - start));
                    }
                    start = column + 1;
                }
            }
        }
        return runs;
    }

    /** The region as the foreground of a mask of the whole output. */
    public Mask within(int imageHeight, int imageWidth) {
        boolean[] foreground = new boolean[imageHeight * imageWidth];
        for (Window run : runs()) {
            for (int row = run.y(); row < run.bottom(); row++) {
                Arrays.fill(foreground, row * imageWidth + run.x(), row * imageWidth + run.right(), true);
            }
        }
        return new Mask(imageHeight, imageWidth, foreground);
    }

    /** Whether the region lies inside an image of that size. */
    public boolean fitsIn(int imageHeight, int imageWidth) {
        return bounds.fitsIn(imageHeight, imageWidth);
    }

    /** The same pixels as seen from a window that contains them. */
    public RegionOfInterest seenFrom(Window window) {
        return new RegionOfInterest(new Window(y() - window.y(), x() - window.x(), height(), width()), membership);
    }
}
