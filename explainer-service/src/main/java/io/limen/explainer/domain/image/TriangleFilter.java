package io.limen.explainer.domain.image;

/**
 * One-dimensional resampling weights: a triangle around each target centre whose half width is the step between source
 * samples, at least one source pixel; cut at the border and normalised to sum to 1. Growing, this is bilinear
 * interpolation.
 */
final class TriangleFilter {

    private final int[] first;
    private final float[][] weights;

    TriangleFilter(int sourceSize, int targetSize) {
        if (sourceSize < 1 || targetSize < 1) {
            throw new IllegalArgumentException("TriangleFilter: " + sourceSize + " to " + targetSize);
        }
        first = new int[targetSize];
        weights = new float[targetSize][];
        double step = (double) sourceSize / targetSize;
        double halfWidth = Math.max(1, step);
        for (int target = 0; target < targetSize; target++) {
            double centre = (target + 0.5) * step;
            first[target] = Math.max(0, (int) Math.floor(centre - halfWidth));
            int end = Math.min(sourceSize, (int) Math.ceil(centre + halfWidth));
            weights[target] = triangle(first[target], end, centre, halfWidth);
        }
    }

    private static float[] triangle(int from, int to, double centre, double halfWidth) {
        double[] raw = new double[to - from];
        double sum = 0;
        for (int i = 0; i < raw.length; i++) {
            raw[i] = Math.max(0, 1 - Math.abs(from + i + 0.5 - centre) / halfWidth);
            sum += raw[i];
        }
        float[] normalised = new float[raw.length];
        for (int i = 0; i < raw.length; i++) {
            normalised[i] = (float) (raw[i] / sum);
        }
        return normalised;
    }

    /** Where a line of samples lies in an array. */
    record Line(int start, int stride) {}

    /** Filters one line of samples into another. */
    void apply(float[] source, Line from, float[] target, Line to) {
        for (int i = 0; i < first.length; i++) {
            double sum = 0;
            float[] shares = weights[i];
            for (int k = 0; k < shares.length; k++) {
                sum += shares[k] * source[from.start + (first[i] + k) * from.stride];
            }
            target[to.start + i * to.stride] = (float) Math.max(0, Math.min(1, sum));
        }
    }
}
