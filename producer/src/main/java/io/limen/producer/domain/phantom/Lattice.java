package io.limen.producer.domain.phantom;

/**
 * Random numbers bound to the points of an integer lattice, so that noise has a value at any place without a table.
 * The finaliser is variant 13 of D. Stafford's mixers (2011), the one of {@link java.util.SplittableRandom}.
 */
final class Lattice {

    private static final double TWO_TO_MINUS_32 = 0x1.0p-32;

    private Lattice() {}

    /** 64 well mixed bits of one lattice point. */
    static long bits(long seed, long column, long row) {
        return scramble(seed + column * 0x9E3779B97F4A7C15L + row * 0xC2B2AE3D27D4EB4FL);
    }

    /** A number in [0, 1) from the upper 32 of 64 bits. */
    static double upper(long bits) {
        return (bits >>> 32) * TWO_TO_MINUS_32;
    }

    /** A number in [0, 1) from the lower 32 of 64 bits. */
    static double lower(long bits) {
        return (bits & 0xFFFFFFFFL) * TWO_TO_MINUS_32;
    }

    static long scramble(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
