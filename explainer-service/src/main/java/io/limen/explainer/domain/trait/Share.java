package io.limen.explainer.domain.trait;

/** Values in [0,1]. */
final class Share {

    private Share() {}

    static void check(double value, String name) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + ": " + value);
        }
    }

    /** Takes away what rounding may have put beyond 1. */
    static double rounded(double value) {
        return Math.min(1, value);
    }
}
