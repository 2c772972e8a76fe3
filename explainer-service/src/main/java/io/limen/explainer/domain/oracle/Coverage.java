package io.limen.explainer.domain.oracle;

import java.util.List;

/**
 * How many 95 % intervals hold the true effect.
 *
 * @param covered intervals that do
 * @param intervals looked at, 0 or more
 */
public record Coverage(int covered, int intervals) {

    /** None looked at. */
    public static final Coverage NONE = new Coverage(0, 0);

    /** Half-width of a 95 % interval, standard errors. */
    private static final double NORMAL_95 = 1.959964;

    public Coverage {
        if (covered < 0 || covered > intervals) {
            throw new IllegalArgumentException("Coverage: " + covered + " of " + intervals);
        }
    }

    /**
     * Of the sampled blocks that are significant, those with |estimate - oracle| at most 1.96 standard errors, the oracle's
     * own error added in quadrature.
     *
     * @param estimates of all blocks, by position in the map
     */
    public static Coverage of(OracleMap oracle, List<Estimate> estimates) {
        Coverage coverage = NONE;
        for (int block : oracle.sample().sampled()) {
            if (estimates.get(block).significant()) {
                coverage = coverage.plus(
                        covers(estimates.get(block), oracle.effect(block)) ? new Coverage(1, 1) : new Coverage(0, 1));
            }
        }
        return coverage;
    }

    private static boolean covers(Estimate estimate, OracleEffect truth) {
        double standardError = Math.sqrt(estimate.standardError() * estimate.standardError() + truth.variance());
        return Math.abs(estimate.ate() - truth.mean()) <= NORMAL_95 * standardError;
    }

    /** Both together. */
    public Coverage plus(Coverage other) {
        return new Coverage(covered + other.covered, intervals + other.intervals);
    }
}
