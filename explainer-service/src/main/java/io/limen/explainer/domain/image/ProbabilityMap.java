package io.limen.explainer.domain.image;

/**
 * A model's output for one class.
 *
 * @param height rows
 * @param width columns
 * @param probabilities in [0,1], [height, width], row-major; not copied
 */
public record ProbabilityMap(int height, int width, float[] probabilities) {

    public ProbabilityMap {
        if (height < 1 || width < 1 || probabilities.length != height * width) {
            throw new IllegalArgumentException("ProbabilityMap: " + height + "x" + width);
        }
    }

    /** Foreground where the probability is above the threshold, as the model is deployed. */
    public Mask threshold(double threshold) {
        boolean[] foreground = new boolean[probabilities.length];
        for (int i = 0; i < foreground.length; i++) {
            foreground[i] = probabilities[i] > threshold;
        }
        return new Mask(height, width, foreground);
    }

    /** The part of the map inside the region's bounds, a map of their size. */
    public ProbabilityMap crop(RegionOfInterest region) {
        float[] part = new float[region.bounds().area()];
        for (int row = 0; row < region.height(); row++) {
            System.arraycopy(
                    probabilities, (region.y() + row) * width + region.x(), part, row * region.width(), region.width());
        }
        return new ProbabilityMap(region.height(), region.width(), part);
    }
}
