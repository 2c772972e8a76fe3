package io.limen.producer.domain.phantom;

/**
 * Random numbers bound to the points of an integer lattice, so that noise has a value at any place without a table.
 * The finaliser is variant 13 of D. Stafford's mixers (2011), the one of {@link java.util.SplittableRandom}.
 */
final class Lattice {

    private static final double TWO_TO_MINUS_53 = 0x1.0p-53;

    private Lattice() {}

    /** 64 well mixed bits of one lattice point. */
    static long bits(long seed, long column, long row) {
        long bits = seed + column * 0x9E3779B97F4A7C15L;
        bits = scramble(bits) + row * 0xC2B2AE3D27D4EB4FL;
        return scramble(bits);
    }

    /** A number in [0, 1) from 64 bits. */
    static double fraction(long bits) {
        return (bits >>> 11) * TWO_TO_MINUS_53;
    }

    static long scramble(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
