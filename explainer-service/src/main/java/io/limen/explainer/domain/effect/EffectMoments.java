package io.limen.explainer.domain.effect;

/**
 * Running moments of the effects of one block (Welford 1962), in the order of the draws.
 *
 * @param draws effects seen, 0 or more
 * @param mean of the effects, percentage points; 0 without draws
 * @param squares sum of squared deviations from the mean, 0 or more
 * @param largest greatest size of an effect, percentage points; 0 without draws
 * @param meanArea mean area effect, in [-1,1]; 0 without draws
 */
public record EffectMoments(int draws, double mean, double squares, double largest, double meanArea) {

    /** No draw yet. */
    public static final EffectMoments NONE = new EffectMoments(0, 0, 0, 0, 0);

    /**
     * The standard error where it can't be estimated, with fewer than two draws: the greatest that a quantity within
     * [-100,100] can have. Finite, so that it can be written in any format.
     */
    public static final double UNKNOWN_STANDARD_ERROR = 100;

    public EffectMoments {
        if (draws < 0 || Double.isNaN(mean) || !(squares >= 0) || !(largest >= 0)) {
            throw new IllegalArgumentException("EffectMoments: " + draws + ", " + mean + ", " + squares);
        }
    }

    /** These moments with one more effect. Cost O(1). */
    public EffectMoments add(Effect effect) {
        int count = draws + 1;
        double deviation = effect.dicePoints() - mean;
        double newMean = mean + deviation / count;
        return new EffectMoments(
                count,
                newMean,
                squares + deviation * (effect.dicePoints() - newMean),
                Math.max(largest, Math.abs(effect.dicePoints())),
                meanArea + (effect.areaShare() - meanArea) / count);
    }

    /** The moments of both sets of draws (Chan, Golub and LeVeque 1979). Cost O(1). */
    public EffectMoments merge(EffectMoments other) {
        if (draws == 0 || other.draws == 0) {
            return draws == 0 ? other : this;
        }
        int count = draws + other.draws;
        double share = (double) other.draws / count;
        double difference = other.mean - mean;
        return new EffectMoments(
                count,
                mean + difference * share,
                squares + other.squares + difference * difference * draws * share,
                Math.max(largest, other.largest),
                meanArea + (other.meanArea - meanArea) * share);
    }

    /** Standard error of the mean, sqrt(squares / (n - 1) / n), percentage points. */
    public double standardError() {
        return draws < 2 ? UNKNOWN_STANDARD_ERROR : Math.sqrt(squares / (draws - 1) / draws);
    }
}
