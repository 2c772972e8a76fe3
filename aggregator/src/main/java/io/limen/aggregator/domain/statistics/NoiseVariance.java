package io.limen.aggregator.domain.statistics;

/**
 * What of a feature's variance is the noise of finitely many draws: the mean squared standard error. Costs O(1).
 *
 * @param count explanations that estimated an error
 * @param mean of the squared errors, the feature's unit squared; 0 of none
 */
public record NoiseVariance(long count, double mean) {

    /** Of no explanations. */
    public static final NoiseVariance EMPTY = new NoiseVariance(0, 0);

    public NoiseVariance {
        if (count < 0 || !(mean >= 0 && mean < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("NoiseVariance: count " + count + ", mean " + mean);
        }
    }

    /** Of one standard error, so many times. */
    static NoiseVariance of(double standardError, long times) {
        return new NoiseVariance(times, standardError * standardError);
    }

    /** These and the other ones, as if all had been added to one. */
    public NoiseVariance merge(NoiseVariance other) {
        long both = count + other.count;
        return both == 0 ? EMPTY : new NoiseVariance(both, mean + (other.mean - mean) * ((double) other.count / both));
    }
}
