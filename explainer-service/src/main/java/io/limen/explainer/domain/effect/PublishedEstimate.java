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
 * @param tested whether the moments come from fresh draws alone, which screening did not choose: only then is there a test
 * @param ate percentage points, in [-100,100]
 */
public record PublishedEstimate(Block block, EffectMoments moments, boolean screenedOut, boolean tested, double ate) {

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
            return new PublishedEstimate(block, screening, true, false, 0);
        }
        boolean tested = fresh.draws() >= ENOUGH_FRESH_DRAWS;
        EffectMoments moments = tested ? fresh : screening.merge(fresh);
        return new PublishedEstimate(
                block, moments, false, tested, Math.abs(moments.mean()) < tau ? 0 : moments.mean());
    }

    /**
     * The effects of a map, marked significant by a paired test with Benjamini-Hochberg over the blocks that were tested.
     * Screening chose those by other draws, so that it does not spoil their p-values (independent filtering; Bourgon,
     * Gentleman and Huber 2010). Of them, a block whose ATE tau set to 0 takes part with p = 1.
     */
    public static List<BlockEffect> effects(List<PublishedEstimate> map) {
        double[] pValues = map.stream()
                .filter(PublishedEstimate::tested)
                .mapToDouble(estimate -> estimate.ate == 0 ? 1 : Significance.pValue(estimate.moments))
                .toArray();
        boolean[] significant = Significance.benjaminiHochberg(pValues, Significance.FALSE_DISCOVERY_RATE);
        List<BlockEffect> effects = new ArrayList<>(map.size());
        int next = 0;
        for (PublishedEstimate estimate : map) {
            effects.add(estimate.effect(estimate.tested && significant[next++]));
        }
        return effects;
    }

    private BlockEffect effect(boolean significant) {
        return new BlockEffect(
                block, ate, moments.standardError(), moments.draws(), significant, screenedOut, moments.meanArea());
    }
}
