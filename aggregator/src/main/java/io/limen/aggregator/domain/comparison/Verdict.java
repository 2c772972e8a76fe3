package io.limen.aggregator.domain.comparison;

import java.util.Collection;
import java.util.Optional;

/**
 * What two one-sided tests say of a difference (TOST; Schuirmann 1987): alike where both hypotheses, that it is -limit or less and
 * that it is limit or more, are rejected at 5 % each. This is so exactly where the 90 % interval lies within the limits.
 */
public enum Verdict {
    /** The whole interval lies within the limits. */
    ACCEPTED,
    /** The whole interval lies beyond a limit. */
    REJECTED,
    /** The interval lies on a limit, or there is none: more studies would tell. */
    UNDECIDED;

    /** Level of each of the tests. */
    public static final double LEVEL = 0.05;

    /** Of the interval that is read off. */
    public static final double CONFIDENCE = 1 - 2 * LEVEL;

    /**
     * Of one difference.
     *
     * @param interval {@link #CONFIDENCE}; empty where there is too little to say
     * @param limit largest difference that is acceptable, above 0, in the interval's unit
     */
    public static Verdict of(Optional<Interval> interval, double limit) {
        if (!(limit > 0)) {
            throw new IllegalArgumentException("limit: " + limit);
        }
        if (interval.isEmpty()) {
            return UNDECIDED;
        }
        Interval of = interval.get();
        if (of.low() > -limit && of.high() < limit) {
            return ACCEPTED;
        }
        return of.low() > limit || of.high() < -limit ? REJECTED : UNDECIDED;
    }

    /**
     * Of several differences together: accepted where each is. That all of several tests at 5 % err together is no likelier than
     * that one of them does, so nothing is corrected (intersection-union test; Berger 1982).
     *
     * @param each one or more
     */
    public static Verdict overall(Collection<Verdict> each) {
        if (each.isEmpty()) {
            throw new IllegalArgumentException("no verdicts");
        }
        if (each.contains(REJECTED)) {
            return REJECTED;
        }
        return each.contains(UNDECIDED) ? UNDECIDED : ACCEPTED;
    }
}
