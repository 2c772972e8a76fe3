package io.limen.aggregator.domain.statistics;

/**
 * Running statistics of one feature. Immutable; adding and merging cost O(1).
 *
 * @param moments of its values, over the explanations in which it was defined
 * @param noise what of their variance is noise
 */
public record FeatureStatistics(RunningMoments moments, NoiseVariance noise) {

    /** Of no explanations. */
    public static final FeatureStatistics EMPTY = new FeatureStatistics(RunningMoments.EMPTY, NoiseVariance.EMPTY);

    /** These and the other ones, as if all had been added to one. */
    public FeatureStatistics merge(FeatureStatistics other) {
        return new FeatureStatistics(moments.merge(other.moments), noise.merge(other.noise));
    }
}
