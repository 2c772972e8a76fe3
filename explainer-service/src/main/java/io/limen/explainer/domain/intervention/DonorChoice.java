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

    /** Odd constant nearest 2^64 over the golden ratio: it spreads neighbouring counters (Steele, Lea and Flood 2014). */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    public DonorChoice {
        if (bankSize < 1) {
            throw new IllegalArgumentException("DonorChoice: bank of " + bankSize);
        }
    }

    /** The donor's index in the bank for one draw, counted from 0. Cost O(1). */
    public int donor(Block block, DrawPhase phase, int draw) {
        long key = mix(seed + GOLDEN);
        key = mix(key + GOLDEN * (block.index() + 1L));
        key = mix(key + GOLDEN * (phase.ordinal() + 1L));
        key = mix(key + GOLDEN * (draw + 1L));
        // key / 2^64 * bankSize, without the bias of a remainder
        return (int) Math.multiplyHigh(key >>> 1, 2L * bankSize);
    }

    /** SplitMix64's finaliser (Stafford 2011, variant 13): every input bit reaches every output bit. */
    private static long mix(long z) {
        long mixed = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
