package io.limen.explainer.domain.quadrature;

import io.limen.explainer.domain.intervention.PatchBank;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the donors of a bank look like, in two numbers each. Brightness alone explains most of the spread of a block's
 * effects: a dark donor looks like a lesion or a vessel, a bright one like skin.
 *
 * @param brightness mean over pixels and channels, standardised over the bank, [donors]
 * @param tint mean of the first channel minus that of the last, or the contrast of a patch of one channel, without what
 *     brightness explains of it, standardised over the bank, [donors]
 * @param strips all donors: from dark to bright in strips of about equal number, each strip in the order of tint
 * @param chances how often each donor should be drawn, above 0, sum 1, [donors]
 */
public record DonorTraits(double[] brightness, double[] tint, List<int[]> strips, double[] chances) {

    /**
     * Share of the draws that are spread evenly over brightness itself; the rest is spread evenly over the donors. Few
     * donors are very dark, but most of a block's spread may come from them: four fifths and more from the darkest tenth in
     * four of five blocks of a U-Net looked at. 0.3 and 0.5 differ little from the sixth draw on; before it 0.5 costs a
     * tenth of the error.
     */
    private static final double EVEN_BY_BRIGHTNESS = 0.3;

    /** Strips over the square root of the number of donors; 24 and 40 strips of 400 donors gave the same errors. */
    private static final double STRIPS_PER_ROOT = 1.25;

    /** The traits of a bank's donors. Cost O(bank's pixels). */
    public static DonorTraits of(PatchBank bank) {
        double[] brightness = bank.patches().stream()
                .mapToDouble(patch -> mean(patch, 0, patch.length))
                .toArray();
        double[] tint = bank.patches().stream()
                .mapToDouble(patch -> tint(patch, bank.channels()))
                .toArray();
        standardise(brightness);
        removeTrend(tint, brightness);
        standardise(tint);
        int[] order = IntStream.range(0, brightness.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer donor) -> brightness[donor])
                        .thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
        return new DonorTraits(brightness, tint, strips(order, tint), chances(brightness, order));
    }

    /** Donors in the bank. */
    public int size() {
        return brightness.length;
    }

    private static List<int[]> strips(int[] byBrightness, double[] tint) {
        int donors = byBrightness.length;
        int count = (int) Math.min(donors, Math.round(STRIPS_PER_ROOT * Math.sqrt(donors)));
        return IntStream.range(0, count)
                .mapToObj(strip -> Arrays.stream(byBrightness, strip * donors / count, (strip + 1) * donors / count)
                        .boxed()
                        .sorted(Comparator.comparingDouble((Integer donor) -> tint[donor])
                                .thenComparing(Comparator.naturalOrder()))
                        .mapToInt(Integer::intValue)
                        .toArray())
                .toList();
    }

    /** Half the distance between a donor's neighbours in brightness, mixed with an equal share. */
    private static double[] chances(double[] brightness, int[] order) {
        int last = order.length - 1;
        double range = brightness[order[last]] - brightness[order[0]];
        double[] chances = new double[order.length];
        for (int rank = 0; rank <= last; rank++) {
            double below = brightness[order[Math.max(0, rank - 1)]];
            double above = brightness[order[Math.min(last, rank + 1)]];
            double even = 1.0 / order.length;
            chances[order[rank]] = range > 0
                    ? (1 - EVEN_BY_BRIGHTNESS) * even + EVEN_BY_BRIGHTNESS * (above - below) / 2 / range
                    : even;
        }
        return chances;
    }

    private static double tint(float[] patch, int channels) {
        int plane = patch.length / channels;
        if (channels > 1) {
            return mean(patch, 0, plane) - mean(patch, patch.length - plane, plane);
        }
        double mean = mean(patch, 0, plane);
        double squares = 0;
        for (float value : patch) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / plane);
    }

    private static double mean(float[] values, int from, int count) {
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += values[i];
        }
        return sum / count;
    }

    private static void standardise(double[] values) {
        double mean = IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .average()
                .orElse(0);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = Math.sqrt(squares / values.length);
        for (int i = 0; i < values.length; i++) {
            values[i] = deviation > 0 ? (values[i] - mean) / deviation : 0;
        }
    }

    /** Subtracts the least-squares line in a standardised trait. */
    private static void removeTrend(double[] values, double[] standardised) {
        double slope = 0;
        for (int i = 0; i < values.length; i++) {
            slope += values[i] * standardised[i] / values.length;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] -= slope * standardised[i];
        }
    }
}
