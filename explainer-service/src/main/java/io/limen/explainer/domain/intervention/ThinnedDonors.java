package io.limen.explainer.domain.intervention;

import io.limen.explainer.domain.image.Block;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Donors in an order whose every beginning is spread evenly over two traits of the bank. The unit square is cut into strips
 * along its first side and each strip along its second, one cell per donor, of the area that the donor's chance is; the
 * draws follow the points (u + i g, v + i h) modulo 1, with g and h the fractions of the golden ratio and of the root of 2,
 * and u, v a hash of seed and block (a Kronecker sequence with a random shift; Cranley and Patterson 1976). Together the
 * draws repeat no donor and leave no gap: on a smooth function of the traits the error of a mean falls nearly like 1/n
 * instead of 1/sqrt(n).
 */
public final class ThinnedDonors {

    /** Fraction of the golden ratio: of all steps the one that leaves the smallest largest gap (Knuth 1973, 6.4). */
    private static final double STEP = 0.6180339887498949;

    /** Fraction of the root of 2; with the golden ratio's it is rationally independent, so that points fill the square. */
    private static final double SECOND_STEP = 0.41421356237309515;

    /** Bits of a double's fraction. */
    private static final int FRACTION_BITS = 53;

    /** After so many steps per donor those that are left are taken in their order. */
    private static final int STEPS_PER_DONOR = 16;

    /** What the hash is for: its shifts have nothing to do with other uses of the seed. */
    private static final int PURPOSE = 100;

    private final long seed;
    private final int donors;
    private final int[][] strips;
    private final double[] stripEnds;
    private final double[][] ends;

    /**
     * @param seed of the explanation
     * @param strips the bank's donors, each in one strip; neighbouring strips, and neighbours within one, have similar effects
     * @param chances share of the draws that each donor should have, above 0, by its index, sum 1
     */
    public ThinnedDonors(long seed, List<int[]> strips, double[] chances) {
        this.seed = seed;
        this.donors = chances.length;
        this.strips = strips.stream().map(int[]::clone).toArray(int[][]::new);
        this.ends = new double[strips.size()][];
        this.stripEnds = new double[strips.size()];
        int placed = 0;
        double sum = 0;
        for (int strip = 0; strip < ends.length; strip++) {
            ends[strip] = ends(this.strips[strip], chances);
            placed += ends[strip].length;
            sum += ends[strip][ends[strip].length - 1];
            stripEnds[strip] = sum;
        }
        if (donors == 0 || placed != donors) {
            throw new IllegalArgumentException("ThinnedDonors: " + placed + " placed of " + donors);
        }
    }

    private static double[] ends(int[] strip, double[] chances) {
        double[] ends = new double[strip.length];
        double sum = 0;
        for (int i = 0; i < strip.length; i++) {
            sum += chances[strip[i]];
            ends[i] = sum;
        }
        return ends;
    }

    /** The donors of one block, from the first on. */
    public Walk walk(Block block) {
        return new Walk(
                fraction(CounterHash.of(seed, block.index(), PURPOSE, 0)),
                fraction(CounterHash.of(seed, block.index(), PURPOSE, 1)));
    }

    private static double fraction(long bits) {
        return (bits >>> (Long.SIZE - FRACTION_BITS)) * 0x1p-53;
    }

    /** Goes through the bank once. Owned by one thread. */
    public final class Walk {

        private final double shift;
        private final double secondShift;
        private final BitSet used = new BitSet(donors);
        private long step;

        private Walk(double shift, double secondShift) {
            this.shift = shift;
            this.secondShift = secondShift;
        }

        /** Donors that were not drawn yet. */
        public int left() {
            return donors - used.cardinality();
        }

        /** The next donor's index in the bank; none comes twice. */
        public int next() {
            if (left() == 0) {
                throw new IllegalStateException("Walk: the bank is exhausted");
            }
            int donor;
            do {
                donor = donorAt(shift + step * STEP, secondShift + step * SECOND_STEP);
                step++;
                // every donor comes in time, but one with a small share may be long in coming
                if (step > (long) STEPS_PER_DONOR * donors) {
                    donor = used.nextClearBit(0);
                }
            } while (used.get(donor));
            used.set(donor);
            return donor;
        }
    }

    private int donorAt(double first, double second) {
        int strip = indexAt(first - Math.floor(first), stripEnds);
        double[] within = ends[strip];
        return strips[strip][indexAt((second - Math.floor(second)) * within[within.length - 1], within)];
    }

    private static int indexAt(double position, double[] ends) {
        int found = Arrays.binarySearch(ends, position);
        return Math.min(ends.length - 1, found >= 0 ? found + 1 : -found - 1);
    }
}
