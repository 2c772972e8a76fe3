package io.limen.explainer.domain.image;

import java.util.Optional;

/**
 * Finds the largest object of a mask: the connected component with most foreground pixels; pixels that share a side or a
 * corner are connected. Ties go to the component that starts first in raster order.
 */
public final class ObjectChoice {

    private final Mask mask;
    private final boolean[] seen;
    private final int[] queue;

    private ObjectChoice(Mask mask) {
        this.mask = mask;
        this.seen = new boolean[mask.foreground().length];
        this.queue = new int[seen.length];
    }

    /** The largest object's pixels as a region; empty when the mask has no foreground. Cost O(pixels). */
    public static Optional<RegionOfInterest> largest(Mask mask) {
        return RegionOfInterest.foregroundOf(new ObjectChoice(mask).largestComponent());
    }

    private Mask largestComponent() {
        boolean[] largest = new boolean[seen.length];
        int largestArea = 0;
        for (int pixel = 0; pixel < seen.length; pixel++) {
            int area = seen[pixel] || !mask.foreground()[pixel] ? 0 : gather(pixel);
            if (area > largestArea) {
                largestArea = area;
                largest = new boolean[seen.length];
                for (int i = 0; i < area; i++) {
                    largest[queue[i]] = true;
                }
            }
        }
        return new Mask(mask.height(), mask.width(), largest);
    }

    /** Fills the queue with the component that holds the pixel, and returns how many pixels it has. */
    private int gather(int first) {
        int end = 0;
        queue[end++] = first;
        seen[first] = true;
        for (int i = 0; i < end; i++) {
            int y = queue[i] / mask.width();
            int x = queue[i] % mask.width();
            for (int row = Math.max(0, y - 1); row <= Math.min(mask.height() - 1, y + 1); row++) {
                for (int column = Math.max(0, x - 1); column <= Math.min(mask.width() - 1, x + 1); column++) {
                    int neighbour = row * mask.width() + column;
                    if (mask.foreground()[neighbour] && !seen[neighbour]) {
                        seen[neighbour] = true;
                        queue[end++] = neighbour;
                    }
                }
            }
        }
        return end;
    }
}
