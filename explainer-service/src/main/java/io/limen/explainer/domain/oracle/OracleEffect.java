package io.limen.explainer.domain.oracle;

import io.limen.explainer.domain.effect.EffectMoments;

/**
 * The ATE of one block, measured with donors drawn without replacement. The bank is finite, and the ATE is the mean over all
 * of it: with every donor drawn there is no error left.
 *
 * @param mean percentage points
 * @param variance of that mean, percentage points squared: s^2 (1/n - 1/N) of n draws from N donors (Cochran 1977,
 *     theorem 2.2)
 */
public record OracleEffect(double mean, double variance) {

    public OracleEffect {
        if (Double.isNaN(mean) || !(variance >= 0)) {
            throw new IllegalArgumentException("OracleEffect: " + mean + ", " + variance);
        }
    }

    /**
     * @param moments of the block's draws, none of them with the same donor twice
     * @param bankSize donors in all, the number of draws or more; two draws at least, unless they are the whole bank
     */
    public static OracleEffect of(EffectMoments moments, int bankSize) {
        int draws = moments.draws();
        if (draws < 1 || draws > bankSize || draws == 1 && bankSize > 1) {
            throw new IllegalArgumentException("OracleEffect: " + draws + " draws of " + bankSize);
        }
        double variance = draws == bankSize ? 0 : moments.squares() / (draws - 1) * (1.0 / draws - 1.0 / bankSize);
        return new OracleEffect(moments.mean(), variance);
    }
}
