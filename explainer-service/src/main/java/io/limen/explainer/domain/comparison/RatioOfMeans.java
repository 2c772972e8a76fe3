package io.limen.explainer.domain.comparison;

/**
 * The mean of one quantity over the mean of another on the same cases: of sums, and not a mean of ratios, which a case where the
 * divisor is small would rule (Cochran 1977, section 2.11). Not defined where the divisor is not above 0.
 *
 * @param dividends sums of the measurements on each case
 * @param divisors of the other quantity, as many measurements on each case
 */
public record RatioOfMeans(double[] dividends, double[] divisors) implements CaseStatistic {

    public RatioOfMeans {
        dividends = dividends.clone();
        divisors = divisors.clone();
        if (dividends.length != divisors.length) {
            throw new IllegalArgumentException("RatioOfMeans: " + dividends.length + " over " + divisors.length);
        }
    }

    @Override
    public double[] dividends() {
        return dividends.clone();
    }

    @Override
    public double[] divisors() {
        return divisors.clone();
    }

    @Override
    public double of(int[] cases) {
        double dividend = 0;
        double divisor = 0;
        for (int one : cases) {
            dividend += dividends[one];
            divisor += divisors[one];
        }
        return divisor > 0 ? dividend / divisor : Double.NaN;
    }

    /** The ratio with its interval. */
    public Estimate estimate(CaseBootstrap bootstrap) {
        return bootstrap.of(dividends.length, this);
    }
}
