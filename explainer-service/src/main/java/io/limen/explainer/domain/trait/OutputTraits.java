package io.limen.explainer.domain.trait;

import io.limen.explainer.domain.image.Mask;
import io.limen.explainer.domain.image.ProbabilityMap;
import io.limen.explainer.domain.image.RegionOfInterest;
import java.util.Map;

/**
 * What a model answers before any intervention.
 *
 * @param segmentedShare segmented pixels over all pixels of the output, in [0,1]
 * @param certainty mean of |2 p - 1| over the pixels that are segmented or belong to the region, p the probability of the
 *     class explained; in [0,1], 0 where the model can't tell anywhere
 */
public record OutputTraits(double segmentedShare, double certainty) {

    public OutputTraits {
        Share.check(segmentedShare, "segmentedShare");
        Share.check(certainty, "certainty");
    }

    /**
     * The traits of one answer. Cost O(pixels).
     *
     * @param output probabilities of the class explained
     * @param segmented the output above the threshold, of the same size
     * @param region within the output
     */
    public static OutputTraits of(ProbabilityMap output, Mask segmented, RegionOfInterest region) {
        double sum = 0;
        int looked = 0;
        for (int i = 0; i < segmented.foreground().length; i++) {
            if (segmented.foreground()[i] || region.contains(i / output.width(), i % output.width())) {
                sum += Math.abs(2.0 * output.probabilities()[i] - 1);
                looked++;
            }
        }
        double share = (double) segmented.area() / segmented.foreground().length;
        return new OutputTraits(share, Share.rounded(sum / looked));
    }

    /** By the names that travel. */
    public Map<String, Double> byName() {
        return Map.of("segmentedShare", segmentedShare, "certainty", certainty);
    }
}
