package io.limen.explainer.domain.effect;

import io.limen.explainer.domain.attribution.BlockEffect;
import io.limen.explainer.domain.image.Block;
import java.util.ArrayList;
import java.util.List;

/**
 * The estimate of one block under the published schedule. Relevant: a screening draw moved the score by tau or more; the
 * ATE is then the mean of the fresh draws, and 0 if it is smaller than tau. Otherwise the ATE is 0.
 *
 * @param block the block
 * @param moments the draws that the estimate rests on
 * @param screenedOut whether no screening draw reached tau
 * @param ate percentage points, in [-100,100]
 */
public record PublishedEstimate(Block block, EffectMoments moments, boolean screenedOut, double ate) {

    /**
     * Fresh draws below which the screening draws are pooled with them: a standard error needs two. Happens only when the
     * budget ended; the mean then leans away from 0, for the block was chosen by those screening draws.
     */
    private static final int ENOUGH_FRESH_DRAWS = 2;

    /** Whether a block's screening draws make it worth fresh draws. */
    public static boolean relevant(EffectMoments screening, double tau) {
        return screening.largest() >= tau;
    }

    /**
     * @param screening moments of the screening draws, at least one
     * @param fresh moments of the fresh draws, {@link EffectMoments#NONE} for a block that got none
     * @param tau percentage points
     */
    public static PublishedEstimate of(Block block, EffectMoments screening, EffectMoments fresh, double tau) {
        if (!relevant(screening, tau)) {
            return new PublishedEstimate(block, screening, true, 0);
        }
        EffectMoments moments = fresh.draws() >= ENOUGH_FRESH_DRAWS ? fresh : screening.merge(fresh);
        return new PublishedEstimate(block, moments, false, Math.abs(moments.mean()) < tau ? 0 : moments.mean());
    }

    /**
     * The effects of a map, marked significant by a paired t-test with Benjamini-Hochberg over all treated blocks. Blocks
     * whose ATE is 0 are hypotheses too, with p = 1: they can't be discoveries, and they don't make it easier for others.
     */
    public static List<BlockEffect> effects(List<PublishedEstimate> map) {
        double[] pValues = map.stream()
                .mapToDouble(estimate -> estimate.ate == 0 ? 1 : Significance.pValue(estimate.moments))
                .toArray();
        boolean[] significant = Significance.benjaminiHochberg(pValues, Significance.FALSE_DISCOVERY_RATE);
        List<BlockEffect> effects = new ArrayList<>(map.size());
        for (int i = 0; i < significant.length; i++) {
            effects.add(map.get(i).effect(significant[i]));
        }
        return effects;
    }

    private BlockEffect effect(boolean significant) {
        return new BlockEffect(
                block, ate, moments.standardError(), moments.draws(), significant, screenedOut, moments.meanArea());
    }
}
