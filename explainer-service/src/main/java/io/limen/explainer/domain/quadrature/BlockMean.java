package io.limen.explainer.domain.quadrature;

/**
 * A block's mean effect with its uncertainty.
 *
 * @param average the mean
 * @param spread how widely the block's effects spread around what is predicted
 * @param draws what both rest on
 */
public record BlockMean(BankAverage average, Spread spread, BlockDraws draws) {

    /** Variance of the mean's error, percentage points squared. */
    public double variance() {
        return spread.variance() * average.unitVariance();
    }

    /** Standard error of the mean, percentage points. */
    public double standardError() {
        return Math.sqrt(variance());
    }

    /**
     * Variance of the block's single effects, percentage points squared: the draws' own, plus that of their mean, because
     * they lie more evenly than independent ones would.
     */
    public double effectVariance() {
        return draws.squares() / draws.size() + variance();
    }
}
