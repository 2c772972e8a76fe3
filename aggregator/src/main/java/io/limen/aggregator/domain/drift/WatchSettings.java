package io.limen.aggregator.domain.drift;

/**
 * What a user chooses of the watch.
 *
 * @param referenceStudies studies of the reference, {@value #LEAST_REFERENCE} or more
 * @param expectedRunLength least average number of studies between false alarms, {@value #LEAST_RUN_LENGTH} or more: the
 *     line that the statistic has to reach
 */
public record WatchSettings(int referenceStudies, double expectedRunLength) {

    /** Below it nothing can be told from chance. */
    public static final int LEAST_REFERENCE = 10;

    /** While it is gathered its studies are read again with each that comes, some milliseconds for so many. */
    public static final int MOST_REFERENCE = 2_000;

    /** Below it alarms would be noise. */
    public static final int LEAST_RUN_LENGTH = 50;

    /** A suspicion is a fifth of an alarm: worth a look, at five times the rate. */
    private static final double SUSPECT_PART = 0.2;

    /** A suspicion ends below half of what began it, so that it does not flicker. */
    private static final double SETTLED_PART = 0.1;

    /**
     * An alert is over when the statistic, begun anew, stays below the suspicion for this part of the run length: while nothing
     * is changed it does so at least three times in four, for its expectation after n studies is at most n (Ville 1939).
     */
    private static final double CALM_PART = 0.05;

    public WatchSettings {
        if (referenceStudies < LEAST_REFERENCE || referenceStudies > MOST_REFERENCE) {
            throw new IllegalArgumentException("a reference of " + referenceStudies + " studies: it takes "
                    + LEAST_REFERENCE + " to " + MOST_REFERENCE);
        }
        if (!(expectedRunLength >= LEAST_RUN_LENGTH && expectedRunLength < 1e9)) {
            throw new IllegalArgumentException("an expected run length of " + expectedRunLength + " studies: it takes "
                    + LEAST_RUN_LENGTH + " or more");
        }
    }

    double alarmLine() {
        return expectedRunLength;
    }

    double suspectLine() {
        return SUSPECT_PART * expectedRunLength;
    }

    double settledLine() {
        return SETTLED_PART * expectedRunLength;
    }

    long calmStudies() {
        return (long) Math.ceil(CALM_PART * expectedRunLength);
    }
}
