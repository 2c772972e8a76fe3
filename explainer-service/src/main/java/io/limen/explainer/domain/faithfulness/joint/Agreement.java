package io.limen.explainer.domain.faithfulness.joint;

/** How what a map foretells of sets of blocks goes together with what was seen of them. */
public sealed interface Agreement {

    /**
     * There is a correlation.
     *
     * @param correlation of foretold and observed changes among sets of one size, in [-1,1]
     * @param low lower end of its 95 % interval
     * @param high upper end
     * @param ceiling the correlation that a map would reach which knows the mean change of every set: the donors' chance alone
     *     keeps it from 1; in [0,1], an estimate itself
     */
    record Measured(double correlation, double low, double high, double ceiling) implements Agreement {

        public Measured {
            if (!(low >= -1
                    && low <= correlation
                    && correlation <= high
                    && high <= 1
                    && ceiling >= 0
                    && ceiling <= 1)) {
                throw new IllegalArgumentException(
                        "Agreement: " + correlation + " in " + low + ".." + high + ", ceiling " + ceiling);
            }
        }
    }

    /** There is none; that is no correlation of 0. */
    record Undefined(Reason reason) implements Agreement {}

    /** Why there is none. */
    enum Reason {
        /** No replacement changed the region's Dice: there is nothing to be faithful to. */
        NOTHING_CHANGED,
        /** So few of the sets changed it that a correlation would hang on one of them. */
        TOO_FEW_CHANGES,
        /** All sets of one size changed it alike. */
        ALL_ALIKE,
        /** The map foretells the same of all sets of one size, or of all but one set, yet they did not change it alike. */
        NOTHING_FORETOLD,
        /** Too few blocks can reach the region for sets of different sizes. */
        TOO_FEW_BLOCKS,
        /** The budget left too few passes. */
        BUDGET,
        /** The model refused an image with several blocks replaced. */
        MODEL
    }
}
