package io.limen.explainer.domain.faithfulness.joint;

import java.util.Optional;

/**
 * How far one map can be trusted: what it foretells of blocks that are replaced together, against what that did to the region's Dice.
 *
 * @param forwards forward passes that it took, 0 or more
 * @param sets random sets of blocks behind the agreement
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

    /** Nothing is known. */
    public static MapFaithfulness unmeasured(int forwards, Agreement.Reason reason) {
        return new MapFaithfulness(
                forwards, 0, new Agreement.Undefined(reason), reason == Agreement.Reason.BUDGET, Optional.empty());
    }
}
