package io.limen.explainer.domain.faithfulness.joint;

import java.util.Optional;

/**
 * How far one map can be trusted: what it foretells of blocks that are replaced together, against what that did to the region's Dice.
 *
 * @param forwards forward passes that it took, 0 or more
 * @param sets of blocks behind the agreement, with few and many of those that the map calls strongest
 * @param agreement of foretold and observed changes
 * @param budgetExhausted whether the budget ended before all passes were made
 * @param contrast of the strongest blocks and others; empty where the map has no supporting block, or nothing was measured
 */
public record MapFaithfulness(
        int forwards, int sets, Agreement agreement, boolean budgetExhausted, Optional<Contrast> contrast) {

    public MapFaithfulness {
        if (forwards < 0 || sets < 0) {
            throw new IllegalArgumentException("MapFaithfulness: " + forwards + " passes, " + sets + " sets");
        }
    }

    /** What both measures say together. */
    public enum Verdict {
        /** Sets did what the map foretells, and its strongest blocks stand out from others. */
        FORETELLS,
        /** Sets of which the map foretells more loss lost less. */
        CONTRARY,
        /** Sets did what the map foretells, but its strongest blocks do not stand out from others: an unrelated map does that now and then. */
        SETS_ALONE,
        /** Neither is shown. */
        NOT_SHOWN
    }

    /** Empty without a correlation. An unrelated map has either measure more often than its interval says, both seldom (decision 31). */
    public Optional<Verdict> verdict() {
        if (!(agreement instanceof Agreement.Measured measured)) {
            return Optional.empty();
        }
        if (measured.high() < 0) {
            return Optional.of(Verdict.CONTRARY);
        }
        if (measured.low() <= 0) {
            return Optional.of(Verdict.NOT_SHOWN);
        }
        return Optional.of(
                contrast.filter(Contrast::strongestStandOut).isPresent() ? Verdict.FORETELLS : Verdict.SETS_ALONE);
    }

    /** Nothing is known. */
    public static MapFaithfulness unmeasured(int forwards, Agreement.Reason reason) {
        return new MapFaithfulness(
                forwards, 0, new Agreement.Undefined(reason), reason == Agreement.Reason.BUDGET, Optional.empty());
    }
}
