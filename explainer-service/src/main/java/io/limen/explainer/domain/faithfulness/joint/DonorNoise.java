package io.limen.explainer.domain.faithfulness.joint;

import io.limen.explainer.domain.faithfulness.SizeDeviations;
import java.util.Arrays;

/**
 * How much of the spread between sets is the chance of which donors they met, from two draws of every set.
 *
 * <p>Reliability of the mean of both = 1 - (variance of one draw / 2) / variance between sets of one size, at least 0, with the variance of
 * one draw = mean((a - b)^2) / 2. Spearman (1904): whatever knows the true means exactly has the correlation sqrt(reliability) with what is
 * measured.
 */
final class DonorNoise {

    private DonorNoise() {}

    /**
     * The highest correlation that is to be had, in [0,1]; 0 where sets of one size differ by no more than the donors' chance.
     *
     * @param first change of every set with its first donors
     * @param second with its second
     * @param sizes of the sets
     */
    static double ceiling(double[] first, double[] second, int[] sizes) {
        double noise = 0;
        double[] means = new double[first.length];
        for (int set = 0; set < first.length; set++) {
            noise += (first[set] - second[set]) * (first[set] - second[set]) / 2 / first.length;
            means[set] = (first[set] + second[set]) / 2;
        }
        double[] deviations = SizeDeviations.of(means, sizes);
        long freedom = first.length - Arrays.stream(sizes).distinct().count();
        double spread = SizeDeviations.product(deviations, deviations) / Math.max(1, freedom);
        return spread > 0 ? Math.sqrt(Math.max(0, 1 - noise / 2 / spread)) : 0;
    }
}
