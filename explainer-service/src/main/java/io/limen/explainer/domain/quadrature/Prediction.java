package io.limen.explainer.domain.quadrature;

/**
 * What a surrogate says of a block's effects: one predicted effect per donor of the bank. Its mean over the bank is known
 * without a draw; draws are needed only for what it misses.
 *
 * @param effects percentage points, [donors]; not copied
 * @param mean over the bank
 * @param deviation standard deviation over the bank, 0 or more
 */
public record Prediction(double[] effects, double mean, double deviation) {

    /** A prediction of a known vector. Cost O(donors). */
    public static Prediction of(double[] effects) {
        double mean = 0;
        for (double effect : effects) {
            mean += effect / effects.length;
        }
        double squares = 0;
        for (double effect : effects) {
            squares += (effect - mean) * (effect - mean);
        }
        return new Prediction(effects, mean, Math.sqrt(squares / effects.length));
    }

    /** A surrogate that knows nothing: 0 for every donor. */
    public static Prediction none(int donors) {
        return new Prediction(new double[donors], 0, 0);
    }

    /** Whether it tells one donor from another. */
    public boolean informative() {
        return deviation > 0;
    }
}
