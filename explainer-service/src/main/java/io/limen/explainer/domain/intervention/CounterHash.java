package io.limen.explainer.domain.intervention;

/** Random bits as a hash of counters: any of them can be had without those before it. */
final class CounterHash {

    /** Odd constant nearest 2^64 over the golden ratio: it spreads neighbouring counters (Steele, Lea and Flood 2014). */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private CounterHash() {}

    /** 64 bits that depend on every bit of a seed and three counters, each 0 or more. */
    static long of(long seed, long first, long second, long third) {
        long key = mix(seed + GOLDEN);
        key = mix(key + GOLDEN * (first + 1));
        key = mix(key + GOLDEN * (second + 1));
        return mix(key + GOLDEN * (third + 1));
    }

    /** SplitMix64's finaliser (Stafford 2011, variant 13): every input bit reaches every output bit. */
    private static long mix(long z) {
        long mixed = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
