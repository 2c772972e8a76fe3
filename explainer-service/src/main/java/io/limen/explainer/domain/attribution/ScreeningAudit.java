package io.limen.explainer.domain.attribution;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * How many of the blocks that matter were lost, by a random audit of those that got no draws beyond the first few because
 * nothing moved in them.
 *
 * @param screenedOut blocks taken to be irrelevant
 * @param kept blocks that matter among all others
 * @param audited of the screened out, drawn at random and measured all the same
 * @param found of the audited, those that matter after all
 */
public record ScreeningAudit(int screenedOut, int kept, int audited, int found) {

    /** Fresh draws of every audited block: forward passes that an audit costs, each. */
    public static final int DRAWS = 10;

    private static final double TAIL = 0.025;

    public ScreeningAudit {
        if (screenedOut < 0 || kept < 0 || audited < 0 || audited > screenedOut || found < 0 || found > audited) {
            throw new IllegalArgumentException(
                    "ScreeningAudit: " + screenedOut + ", " + kept + ", " + audited + ", " + found);
        }
    }

    /**
     * Share of the blocks that matter which were kept, kept / (kept + screenedOut x found / audited), in [0,1]; 1 when
     * there is none that matters, or none was audited because none was screened out.
     */
    public double recall() {
        return audited == 0 ? (screenedOut == 0 ? 1 : lower()) : recall((double) found / audited);
    }

    /** Lower end of the recall's 95 % interval: that of the share found (Clopper and Pearson 1934). */
    public double lower() {
        if (screenedOut == audited) {
            return recall(audited == 0 ? 0 : (double) found / audited);
        }
        return recall(
                found == audited
                        ? 1
                        : BetaDistribution.of(found + 1.0, audited - found).inverseSurvivalProbability(TAIL));
    }

    /** Upper end of the recall's 95 % interval. */
    public double upper() {
        if (screenedOut == audited) {
            return lower();
        }
        return recall(
                found == 0
                        ? 0
                        : BetaDistribution.of(found, audited - found + 1.0).inverseCumulativeProbability(TAIL));
    }

    private double recall(double missedShare) {
        double missed = screenedOut * missedShare;
        return kept + missed == 0 ? 1 : kept / (kept + missed);
    }
}
