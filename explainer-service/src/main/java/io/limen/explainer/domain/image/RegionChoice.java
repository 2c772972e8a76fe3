package io.limen.explainer.domain.image;

import java.util.Optional;

/**
 * Chooses the region of interest of a case that does not name one: the square window, aligned to the blocks, whose share
 * of foreground is nearest to one half, so that it lies on a boundary.
 *
 * @param size side of the window, pixels; a smaller image clips it
 * @param alignment windows start at multiples of it, pixels: the block size
 */
public record RegionChoice(int size, int alignment) {

    public RegionChoice {
        if (size < 1 || alignment < 1) {
            throw new IllegalArgumentException("RegionChoice: " + size + "/" + alignment);
        }
    }

    /**
     * The window with the share nearest 1/2; ties go to the lowest row, then the lowest column. Windows without foreground
     * are no candidates: there is nothing in them to explain.
     *
     * @param reference the mask the region will be scored against
     * @return empty when no window inside the image holds foreground. Cost O(pixels)
     */
    public Optional<RegionOfInterest> choose(Mask reference) {
        int height = Math.min(size, reference.height());
        int width = Math.min(size, reference.width());
        int[] sums = summedArea(reference);
        Window best = null;
        int bestDistance = Integer.MAX_VALUE;
        for (int y = 0; y + height <= reference.height(); y += alignment) {
            for (int x = 0; x + width <= reference.width(); x += alignment) {
                Window window = new Window(y, x, height, width);
                int foreground = foreground(sums, reference.width() + 1, window);
                int distance = Math.abs(2 * foreground - window.area());
                if (foreground > 0 && distance < bestDistance) {
                    best = window;
                    bestDistance = distance;
                }
            }
        }
        return Optional.ofNullable(best).map(window -> new RegionOfInterest(window, Optional.empty()));
    }

    /** Foreground above and left of each corner, [height + 1, width + 1]. */
    private static int[] summedArea(Mask mask) {
        int stride = mask.width() + 1;
        int[] sums = new int[(mask.height() + 1) * stride];
        for (int y = 0; y < mask.height(); y++) {
            int row = 0;
            for (int x = 0; x < mask.width(); x++) {
                row += mask.at(y, x) ? 1 : 0;
                sums[(y + 1) * stride + x + 1] = sums[y * stride + x + 1] + row;
            }
        }
        return sums;
    }

    private static int foreground(int[] sums, int stride, Window window) {
        int top = window.y() * stride;
        int bottom = (window.y() + window.height()) * stride;
        int left = window.x();
        int right = window.x() + window.width();
        return sums[bottom + right] - sums[bottom + left] - sums[top + right] + sums[top + left];
    }
}
