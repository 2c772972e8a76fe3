package io.limen.explainer.domain.comparison;

/**
 * A quantity that was measured on cases, once per model or less often: its mean over all measurements, each with the same weight. With
 * the sum s_i and the count c_i of case i, the mean is sum s_i / sum c_i (Cochran 1977, equation 2.39: the ratio estimate of clusters).
 *
 * @param sums of the measurements on each case
 * @param counts of the measurements on each case, 1 or more
 */
public record CaseTotals(double[] sums, int[] counts) implements CaseStatistic {

    public CaseTotals {
        sums = sums.clone();
        counts = counts.clone();
        if (sums.length != counts.length) {
            throw new IllegalArgumentException("CaseTotals: " + sums.length + " sums, " + counts.length + " counts");
        }
        for (int i = 0; i < counts.length; i++) {
            if (!Double.isFinite(sums[i]) || counts[i] < 1) {
                throw new IllegalArgumentException("CaseTotals: " + sums[i] + " of " + counts[i]);
            }
        }
    }

    @Override
    public double[] sums() {
        return sums.clone();
    }

    @Override
    public int[] counts() {
        return counts.clone();
    }

    /** How many cases there are. */
    public int cases() {
        return sums.length;
    }

    /** How many measurements there are on all of them. */
    public int measurements() {
        int all = 0;
        for (int count : counts) {
            all += count;
        }
        return all;
    }

    /** The mean over the measurements on some cases; NaN of none. */
    @Override
    public double of(int[] cases) {
        double sum = 0;
        int count = 0;
        for (int one : cases) {
            sum += sums[one];
            count += counts[one];
        }
        return sum / count;
    }

    /** The mean with its interval. */
    public Estimate mean(CaseBootstrap bootstrap) {
        return bootstrap.of(cases(), this);
    }
}
