package io.limen.producer.domain.volume;

import java.util.Arrays;

/**
 * Which values of a volume are shown, from black to white.
 *
 * @param low what is shown as black, and everything below it
 * @param high what is shown as white, and everything above it; not below low
 */
public record Window(double low, double high) {

    /** Leaves out what metal and noise add at the ends, as nnU-Net does for CT. */
    private static final double LEFT_OUT = 0.005;

    public Window {
        if (!(low <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException("Window: " + low + " to " + high);
        }
    }

    /**
     * From the 0.5 to the 99.5 percentile, between neighbours linearly (Hyndman and Fan 1996, type 7). Without any value,
     * and of one value alone, everything is black.
     *
     * @param values finite, in any order; sorted by this
     */
    public static Window of(float[] values) {
        if (values.length == 0) {
            return new Window(0, 0);
        }
        Arrays.sort(values);
        return new Window(quantile(values, LEFT_OUT), quantile(values, 1 - LEFT_OUT));
    }

    private static double quantile(float[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * ((double) sorted[above] - sorted[below]);
    }

    /** The gray of a value, 0 to 255; what is no number is black. */
    public int gray(double value) {
        if (!(value > low)) {
            return 0;
        }
        return value >= high ? 255 : (int) Math.round(255 * ((value - low) / (high - low)));
    }
}
