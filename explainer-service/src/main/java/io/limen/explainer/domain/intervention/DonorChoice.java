package io.limen.explainer.domain.intervention;

import io.limen.explainer.domain.image.Block;

/**
 * Which donor goes where: uniform over the bank, with replacement. The donor is a hash of seed, block, phase and draw and
 * of nothing else, so that neither the size of a batch nor the order of the work changes it.
 *
 * @param seed of the explanation
 * @param bankSize donors to choose from, 1 or more
 */
public record DonorChoice(long seed, int bankSize) {

    public DonorChoice {
        if (bankSize < 1) {
            throw new IllegalArgumentException("DonorChoice: bank of " + bankSize);
        }
    }

    /** The donor's index in the bank for one draw, counted from 0. Cost O(1). */
    public int donor(Block block, DrawPhase phase, int draw) {
        long key = CounterHash.of(seed, block.index(), phase.ordinal(), draw);
        // key / 2^64 * bankSize, without the bias of a remainder
        return (int) Math.multiplyHigh(key >>> 1, 2L * bankSize);
    }
}
