package io.limen.explainer.domain.oracle;

import io.limen.explainer.domain.oracle.StratifiedSample.Stratum;
import java.util.List;

/**
 * Mean squared error of a map over all its blocks, from a stratified sample of them: sum over strata of N_h times the mean
 * of (estimate - oracle)^2 - oracle's variance, over N. Subtracting that variance leaves the estimate's own error, without
 * bias; where the map is better than the oracle can tell, the difference may fall below 0.
 *
 * @param meanSquare percentage points squared; may be negative by chance
 * @param standardError of that, from the spread within strata (Cochran 1977, equation 5.12); 0 when all blocks were sampled
 */
public record MapError(double meanSquare, double standardError) {

    public MapError {
        if (!Double.isFinite(meanSquare) || !(standardError >= 0)) {
            throw new IllegalArgumentException("MapError: " + meanSquare + ", " + standardError);
        }
    }

    /**
     * @param oracle of the sampled blocks
     * @param estimates of all blocks, by position in the map
     */
    public static MapError of(OracleMap oracle, List<Estimate> estimates) {
        double sum = 0;
        double variance = 0;
        for (Stratum stratum : oracle.sample().strata()) {
            double[] squares = stratum.sampled().stream()
                    .mapToDouble(block -> square(estimates.get(block).ate(), oracle.effect(block)))
                    .toArray();
            double mean = mean(squares);
            sum += stratum.size() * mean;
            double notSampled = 1 - (double) squares.length / stratum.size();
            variance += (double) stratum.size() * stratum.size() * notSampled * spread(squares, mean) / squares.length;
        }
        int blocks = oracle.sample().blocks();
        return new MapError(sum / blocks, Math.sqrt(variance) / blocks);
    }

    /** Root of the mean squared error, percentage points; 0 where the error is smaller than can be told. */
    public double root() {
        return Math.sqrt(Math.max(0, meanSquare));
    }

    private static double square(double estimate, OracleEffect truth) {
        double difference = estimate - truth.mean();
        return difference * difference - truth.variance();
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Sample variance; 0 of a single value, whose spread is unknown. */
    private static double spread(double[] values, double mean) {
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return values.length < 2 ? 0 : sum / (values.length - 1);
    }
}
