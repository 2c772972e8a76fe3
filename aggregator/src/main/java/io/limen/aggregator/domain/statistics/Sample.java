package io.limen.aggregator.domain.statistics;

/**
 * What was really explained where an explanation stands for several cases: its size by number, and what it is worth.
 *
 * @param explained explanations, 0 or more
 * @param squares sum of the squares of how many cases each stands for, 0 or more
 */
public record Sample(long explained, double squares) {

    /** Nothing. */
    public static final Sample EMPTY = new Sample(0, 0);

    public Sample {
        if (explained < 0 || !(squares >= 0 && squares < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("Sample: " + explained + " explained, squares " + squares);
        }
    }

    /** Of explanations that stand for a case each. */
    public static Sample ofAll(long explanations) {
        return new Sample(explanations, explanations);
    }

    /** Of one explanation. */
    static Sample of(long cases) {
        return new Sample(1, (double) cases * cases);
    }

    /** Both as one. */
    public Sample merge(Sample other) {
        return new Sample(explained + other.explained, squares + other.squares);
    }

    /**
     * As many explanations of equal weight tell a mean as precisely (Kish 1965, section 11.7): (sum w)^2 / sum w^2, at most the number
     * explained; 0 of none.
     *
     * @param cases the sum of the weights
     */
    public double effectiveSize(long cases) {
        return squares == 0 ? 0 : (double) cases * cases / squares;
    }
}
