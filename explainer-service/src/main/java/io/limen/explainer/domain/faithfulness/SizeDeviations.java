package io.limen.explainer.domain.faithfulness;

/**
 * Values of sets of blocks without the mean of the sets of the same size. Whoever takes more blocks away loses more, whatever the map
 * says: what a map is worth shows among sets of one size.
 */
public final class SizeDeviations {

    /** Sums in another order differ in the last digits: deviations so small beside the values are 0. */
    private static final double ROUNDING = 1e-12;

    private SizeDeviations() {}

    /**
     * Cost O(sets squared).
     *
     * @param values one per set
     * @param sizes one per set
     */
    public static double[] of(double[] values, int[] sizes) {
        double[] own = new double[values.length];
        for (int set = 0; set < sizes.length; set++) {
            double sum = 0;
            double largest = 0;
            int count = 0;
            for (int other = 0; other < sizes.length; other++) {
                if (sizes[other] == sizes[set]) {
                    sum += values[other];
                    largest = Math.max(largest, Math.abs(values[other]));
                    count++;
                }
            }
            double deviation = values[set] - sum / count;
            own[set] = Math.abs(deviation) <= ROUNDING * largest ? 0 : deviation;
        }
        return own;
    }

    /** Sum of products. */
    public static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
