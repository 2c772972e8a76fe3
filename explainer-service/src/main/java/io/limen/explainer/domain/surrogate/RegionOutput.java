package io.limen.explainer.domain.surrogate;

import io.limen.explainer.domain.image.Mask;
import io.limen.explainer.domain.image.ProbabilityMap;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The unperturbed output in the region, with what it is scored against.
 *
 * @param height rows of the region's bounds
 * @param width columns of the region's bounds
 * @param probabilities in the bounds, [height, width], row-major
 * @param reference in the bounds
 * @param threshold foreground is a probability above it, in (0,1)
 * @param pixels positions in the bounds that belong to the region, ascending
 */
public record RegionOutput(
        int height, int width, float[] probabilities, boolean[] reference, double threshold, int[] pixels) {

    /** @param membership which pixels of the bounds belong to the region; empty: all */
    public static RegionOutput of(
            ProbabilityMap baseline, Mask reference, double threshold, Optional<Mask> membership) {
        int[] pixels = IntStream.range(0, baseline.probabilities().length)
                .filter(i -> membership.isEmpty() || membership.get().foreground()[i])
                .toArray();
        return new RegionOutput(
                baseline.height(),
                baseline.width(),
                baseline.probabilities(),
                reference.foreground(),
                threshold,
                pixels);
    }

    /** Pixels of the region's bounds. */
    int bounds() {
        return height * width;
    }

    /** Pixels of the region that belong to the reference. */
    int referenceArea() {
        int area = 0;
        for (int pixel : pixels) {
            area += reference[pixel] ? 1 : 0;
        }
        return area;
    }
}
