package io.limen.aggregator.domain.drift;

import io.limen.aggregator.domain.statistics.RunningMoments;
import java.time.Instant;

/**
 * What one bet on one feature has won.
 *
 * @param sum Shiryaev-Roberts sum: what bets begun at each of the studies so far are worth together, R' = (1 - h + R) times the
 *     factor (Shiryaev 1963, Roberts 1966). With a new reference it begins at h c or less, c the promise: a head start
 *     (Moustakides, Polunchenko and Tartakovsky 2011), for a model is likeliest to change when it is new. Its expectation after
 *     n studies in control is then h c + (1 - h) n or less, which is c after c studies, as without
 * @param run logarithm of what the best of them is worth, 0 or more (Page's cumulative sum, 1954)
 * @param onset event time of the study that the best of them began with; the epoch before there is one
 * @param since moments of the feature from that study on
 */
public record Evidence(double sum, double run, Instant onset, RunningMoments since) {

    /**
     * Largest part of the promise that a reference's first bets begin with: by simulation what finds half a standard deviation
     * right behind a reference of 100 in three quarters of the time, and slows what comes later by nothing that can be seen.
     */
    static final double HEAD_START = 0.02;

    /** As if so many studies had been watched: whoever promises far more wants no alarm from the start either. */
    static final double MOST_HEAD_START = 20;

    /** Bets begun anew, without a head start. */
    public static final Evidence NONE = new Evidence(0, 0, Instant.EPOCH, RunningMoments.EMPTY);

    public Evidence {
        if (!(sum >= 0 && sum < Double.POSITIVE_INFINITY) || !(run >= 0 && run < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("Evidence: sum " + sum + ", run " + run);
        }
    }

    /**
     * Before the first study behind a reference.
     *
     * @param promise studies between false alarms
     */
    static Evidence begin(double promise) {
        return NONE.withSum(Math.min(MOST_HEAD_START, HEAD_START * promise));
    }

    /** This with another sum. */
    public Evidence withSum(double other) {
        return new Evidence(other, run, onset, since);
    }

    /** This and one more study. */
    Evidence next(double logFactor, double value, Instant at) {
        double nextSum = Math.min(Double.MAX_VALUE / 2, (1 - HEAD_START + sum) * Math.exp(logFactor));
        double nextRun = run + logFactor;
        if (nextRun <= 0) {
            return new Evidence(nextSum, 0, Instant.EPOCH, RunningMoments.EMPTY);
        }
        boolean begins = since.count() == 0;
        return new Evidence(nextSum, nextRun, begins ? at : onset, since.add(value));
    }
}
