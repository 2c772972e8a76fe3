package io.limen.aggregator.domain.comparison;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** Intervals for shares and for differences of shares, good for few cases and shares near 0 and 1 as well; cost O(1). */
public final class ShareInterval {

    private ShareInterval() {}

    /**
     * Score interval for a share (Wilson 1927).
     *
     * @param with those that have it, 0 to all
     * @param all 1 or more
     * @param confidence in (0,1)
     */
    public static Interval wilson(long with, long all, double confidence) {
        if (!(all >= 1 && with >= 0 && with <= all)) {
            throw new IllegalArgumentException("share: " + with + " of " + all);
        }
        double z = NormalDistribution.of(0, 1).inverseCumulativeProbability(Interval.upperQuantile(confidence));
        double share = (double) with / all;
        double middle = share + z * z / (2 * all);
        double reach = z * Math.sqrt(share * (1 - share) / all + z * z / (4.0 * all * all));
        double scale = 1 + z * z / all;
        return new Interval(Math.max(0, (middle - reach) / scale), Math.min(1, (middle + reach) / scale));
    }

    /** For the second share less the first, of two samples (Newcombe 1998, Statistics in Medicine 17:873, method 10). */
    public static Interval newcombe(long firstWith, long firstAll, long secondWith, long secondAll, double confidence) {
        return combined(
                (double) firstWith / firstAll,
                wilson(firstWith, firstAll, confidence),
                (double) secondWith / secondAll,
                wilson(secondWith, secondAll, confidence),
                0);
    }

    /**
     * For the second share less the first, of the same cases (Newcombe 1998, Statistics in Medicine 17:2635, method 10).
     *
     * @param both that have it twice
     * @param firstOnly that have it in the first alone
     * @param secondOnly that have it in the second alone
     * @param neither that never have it
     */
    public static Interval newcombePaired(long both, long firstOnly, long secondOnly, long neither, double confidence) {
        long all = both + firstOnly + secondOnly + neither;
        long first = both + firstOnly;
        long second = both + secondOnly;
        return combined(
                (double) first / all,
                wilson(first, all, confidence),
                (double) second / all,
                wilson(second, all, confidence),
                correlation(both, firstOnly, secondOnly, neither));
    }

    /** Phi, with half a continuity correction where it is positive; 0 where a margin is. */
    private static double correlation(double both, double firstOnly, double secondOnly, double neither) {
        double margins = (both + firstOnly) * (secondOnly + neither) * (both + secondOnly) * (firstOnly + neither);
        double product = both * neither - firstOnly * secondOnly;
        double all = both + firstOnly + secondOnly + neither;
        return margins == 0 ? 0 : (product > 0 ? Math.max(product - all / 2, 0) : product) / Math.sqrt(margins);
    }

    private static Interval combined(
            double first, Interval ofFirst, double second, Interval ofSecond, double correlation) {
        double difference = second - first;
        double down = reach(second - ofSecond.low(), ofFirst.high() - first, correlation);
        double up = reach(ofSecond.high() - second, first - ofFirst.low(), correlation);
        return new Interval(difference - down, difference + up);
    }

    private static double reach(double one, double other, double correlation) {
        return Math.sqrt(Math.max(0, one * one - 2 * correlation * one * other + other * other));
    }
}
