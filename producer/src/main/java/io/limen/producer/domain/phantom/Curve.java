package io.limen.producer.domain.phantom;

/** The few curves that edges and blends are made of. */
final class Curve {

    private Curve() {}

    /** 0 up to {@code low}, 1 from {@code high} on, and 3t^2 - 2t^3 between: no visible kink at either end. */
    static double ramp(double low, double high, double value) {
        double t = clamp((value - low) / (high - low));
        return t * t * (3 - 2 * t);
    }

    static double mix(double from, double to, double share) {
        return from + (to - from) * share;
    }

    static double clamp(double value) {
        return Math.max(0, Math.min(1, value));
    }
}
