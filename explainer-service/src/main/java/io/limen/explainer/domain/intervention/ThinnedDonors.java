package io.limen.explainer.domain.intervention;

import io.limen.explainer.domain.image.Block;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Donors in an order whose every beginning is spread evenly over the bank: the positions u, u + g, u + 2g, ... modulo 1, with
 * g the golden ratio's fraction and u a hash of seed and block (a Kronecker sequence with a random shift; Cranley and
 * Patterson 1976), each mapped to the donor whose share of [0,1) it lies in. Together the draws repeat no donor and leave no
 * gap: on a smooth function of the rank the error of a mean falls nearly like 1/n instead of 1/sqrt(n).
 */
public final class ThinnedDonors {

    /** Fraction of the golden ratio: of all steps the one that leaves the smallest largest gap (Knuth 1973, 6.4). */
    private static final double STEP = 0.6180339887498949;

    /** Bits of a double's fraction. */
    private static final int FRACTION_BITS = 53;

    /** After so many steps per donor those that are left are taken in their order. */
    private static final int STEPS_PER_DONOR = 16;

    /** What the hash is for: its shifts have nothing to do with other uses of the seed. */
    private static final int PURPOSE = 100;

    private final long seed;
    private final int[] ranked;
    private final double[] ends;

    /**
     * @param seed of the explanation
     * @param ranked the bank's donors in an order in which neighbours have similar effects, [donors]
     * @param chances share of the draws that each donor should have, above 0, by its index, sum 1
     */
    public ThinnedDonors(long seed, int[] ranked, double[] chances) {
        if (ranked.length == 0 || chances.length != ranked.length) {
            throw new IllegalArgumentException("ThinnedDonors: " + ranked.length + ", " + chances.length);
        }
        this.seed = seed;
        this.ranked = ranked.clone();
        this.ends = new double[ranked.length];
        double sum = 0;
        for (int rank = 0; rank < ranked.length; rank++) {
            sum += chances[ranked[rank]];
            ends[rank] = sum;
        }
    }

    /** The donors of one block, from the first on. */
    public Walk walk(Block block) {
        return new Walk(CounterHash.of(seed, block.index(), PURPOSE, 0));
    }

    /** Goes through the bank once. Owned by one thread. */
    public final class Walk {

        private final double shift;
        private final BitSet used = new BitSet(ranked.length);
        private long step;

        private Walk(long bits) {
            this.shift = (bits >>> (Long.SIZE - FRACTION_BITS)) * 0x1p-53;
        }

        /** Donors that were not drawn yet. */
        public int left() {
            return ranked.length - used.cardinality();
        }

        /** The next donor's index in the bank; none comes twice. */
        public int next() {
            if (left() == 0) {
                throw new IllegalStateException("Walk: the bank is exhausted");
            }
            int rank;
            do {
                double position = shift + step++ * STEP;
                rank = rankAt(position - Math.floor(position));
                // every donor comes in time, but one with a small share may be long in coming
                if (step > STEPS_PER_DONOR * ranked.length) {
                    rank = used.nextClearBit(0);
                }
            } while (used.get(rank));
            used.set(rank);
            return ranked[rank];
        }
    }

    private int rankAt(double position) {
        int found = Arrays.binarySearch(ends, position);
        return Math.min(ranked.length - 1, found >= 0 ? found + 1 : -found - 1);
    }
}
