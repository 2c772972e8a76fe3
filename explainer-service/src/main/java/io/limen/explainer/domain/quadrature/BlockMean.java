package io.limen.explainer.domain.quadrature;

/**
 * A block's mean effect with its uncertainty.
 *
 * @param average the mean
 * @param spread how widely the block's effects spread around what is predicted
 * @param draws what both rest on
 * @param effectVariance variance of the block's single effects over the bank, percentage points squared
 */
public record BlockMean(BankAverage average, Spread spread, BlockDraws draws, double effectVariance) {

    /**
     * Variance of the mean's error, percentage points squared: that of its posterior, a Student t distribution, so that the
     * mean plus and minus 1.96 standard errors is a 95 % interval however few draws the spread rests on (for 4 and more
     * degrees of freedom within 2 % of the exact quantile).
     */
    public double variance() {
        double degrees = spread.degreesOfFreedom();
        return scale() * scale() * degrees / (degrees - 2);
    }

    /** Scale of the mean's posterior: what a t statistic divides by, percentage points. */
    double scale() {
        return Math.sqrt(spread.variance() * average.unitVariance());
    }

    /** Standard error of the mean, percentage points. */
    public double standardError() {
        return Math.sqrt(variance());
    }

    /** Whether the standard error says something: not that of a single draw where nothing is known of any spread. */
    boolean knowsItsError() {
        return draws.size() > 1 || average.unitVariance() == 0 || spread.variance() > 0;
    }

    /** Whether every donor was drawn, so that the mean is exact. */
    public boolean isExact() {
        return average.unitVariance() == 0;
    }
}
