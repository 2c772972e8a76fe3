package io.limen.explainer.domain.quadrature;

import io.limen.explainer.domain.attribution.BlockEffect;
import io.limen.explainer.domain.effect.EffectMoments;
import io.limen.explainer.domain.effect.Significance;
import io.limen.explainer.domain.image.Block;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Turns estimated means into the effects of a map. A block is significant by a two-sided t-test of its mean against its
 * standard error, with the degrees of freedom of its spread, and Benjamini-Hochberg over all blocks that can reach the
 * region: none was chosen by its own draws, so that every one of them is a hypothesis.
 */
public final class MapEffects {

    /** The greatest size of an effect, percentage points. */
    private static final double GREATEST = 100;

    private MapEffects() {}

    /**
     * @param blocks those with a mean
     * @param means in their order
     * @param screenedOut whether the block at a position was given up after its first draws
     * @return effects in the order of the blocks
     */
    public static List<BlockEffect> of(List<Block> blocks, List<BlockMean> means, IntPredicate screenedOut) {
        double[] pValues = means.stream().mapToDouble(MapEffects::pValue).toArray();
        boolean[] significant = Significance.benjaminiHochberg(pValues, Significance.FALSE_DISCOVERY_RATE);
        return IntStream.range(0, means.size())
                .mapToObj(i -> effect(blocks.get(i), means.get(i), significant[i], screenedOut.test(i)))
                .toList();
    }

    private static BlockEffect effect(Block block, BlockMean mean, boolean significant, boolean screenedOut) {
        double ate = Math.max(-GREATEST, Math.min(GREATEST, mean.average().mean()));
        return new BlockEffect(
                block,
                ate,
                mean.knowsItsError() ? Math.min(GREATEST, mean.standardError()) : EffectMoments.UNKNOWN_STANDARD_ERROR,
                mean.draws().size(),
                significant,
                screenedOut,
                mean.average().areaMean());
    }

    private static double pValue(BlockMean mean) {
        double size = Math.abs(mean.average().mean());
        if (size == 0) {
            return 1;
        }
        double standardError = mean.scale();
        if (standardError == 0) {
            return mean.average().found().degreesOfFreedom() > 0 ? Double.MIN_NORMAL : 1;
        }
        // draws that are all equal show no spread: as in Significance, p is then never below what sign flips could give
        double least = mean.average().found().squares() > 0
                ? 0
                : Math.pow(2, 1.0 - mean.draws().size());
        return Math.min(
                1,
                Math.max(
                        least,
                        2
                                * TDistribution.of(mean.spread().degreesOfFreedom())
                                        .survivalProbability(size / standardError)));
    }
}
