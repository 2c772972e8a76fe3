package io.limen.explainer.domain.strategy;

import io.limen.explainer.domain.effect.Significance;
import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Which blocks of a replicate are significant: Benjamini and Hochberg's (1995) procedure over |effect| / standard error
 * as if normal. Its rate is the map's own, 5 %, unless that would find another number of blocks in the map itself than
 * are significant there, whose test knows its degrees of freedom: then the nearest rate that finds as many. Works on the
 * blocks with a standard error above 0. Cost O(B log B) per replicate.
 */
final class Discoveries {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Relative; keeps a rate at the end of its interval on the right side of it in spite of rounding. */
    private static final double MARGIN = 1e-9;

    /** least |effect| / standard error of the k + 1 greatest, at which k + 1 blocks are found */
    private final double[] cuts;

    /**
     * @param ratios |effect| / standard error of the map's blocks
     * @param found how many of these blocks are significant in the map
     */
    Discoveries(double[] ratios, int found) {
        double[] ascending = ratios.clone();
        Arrays.sort(ascending);
        double rate = rate(ascending, found);
        cuts = new double[ratios.length];
        for (int k = 0; k < cuts.length; k++) {
            double tail = Math.min(1, rate * (k + 1) / cuts.length) / 2;
            cuts[k] = NORMAL.inverseSurvivalProbability(Math.max(Double.MIN_NORMAL, tail));
        }
    }

    private static double rate(double[] ascending, int found) {
        int size = ascending.length;
        double usual = Significance.FALSE_DISCOVERY_RATE;
        double[] adjusted = new double[size];
        double least = 1;
        for (int k = size - 1; k >= 0; k--) {
            double p = 2 * NORMAL.survivalProbability(ascending[size - 1 - k]);
            least = Math.min(least, p * size / (k + 1));
            adjusted[k] = least;
        }
        double low = found == 0 ? 0 : adjusted[found - 1];
        double high = found == size ? 1 : adjusted[found];
        return usual < low ? low * (1 + MARGIN) : usual < high ? usual : Math.max(low, high * (1 - MARGIN));
    }

    /** The |effect| / standard error from which on a block is found; infinite when none is. */
    double cut(double[] ratios) {
        double[] ascending = ratios.clone();
        Arrays.sort(ascending);
        int size = ascending.length;
        for (int k = size - 1; k >= 0; k--) {
            if (ascending[size - 1 - k] >= cuts[k]) {
                return ascending[size - 1 - k];
            }
        }
        return Double.POSITIVE_INFINITY;
    }
}
