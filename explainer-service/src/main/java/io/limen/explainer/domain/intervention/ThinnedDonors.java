package io.limen.explainer.domain.intervention;

import io.limen.explainer.domain.image.Block;
import java.util.BitSet;

/**
 * Donors in an order whose every beginning is spread evenly over the bank: the ranks u, u + g, u + 2g, ... modulo 1, with g
 * the golden ratio's fraction and u a hash of seed and block (a Kronecker sequence with a random shift; Cranley and
 * Patterson 1976). Each draw alone is uniform over the bank; together they repeat no donor and leave no gap. On a smooth
 * function of the rank the error of a mean falls nearly like 1/n instead of 1/sqrt(n).
 *
 * @param seed of the explanation
 * @param ranked the bank's donors in an order in which neighbours have similar effects; not copied
 */
public record ThinnedDonors(long seed, int[] ranked) {

    /** Fraction of the golden ratio: of all steps the one that leaves the smallest largest gap (Knuth 1973, 6.4). */
    private static final double STEP = 0.6180339887498949;

    /** Bits of a double's fraction. */
    private static final int FRACTION_BITS = 53;

    /** What the hash is for: its shifts have nothing to do with other uses of the seed. */
    private static final int PURPOSE = 100;

    public ThinnedDonors {
        if (ranked.length == 0) {
            throw new IllegalArgumentException("ThinnedDonors: empty bank");
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
                rank = (int) ((position - Math.floor(position)) * ranked.length);
            } while (used.get(rank));
            used.set(rank);
            return ranked[rank];
        }
    }
}
