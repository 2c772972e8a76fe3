package io.limen.explainer.domain.capacity;

/**
 * What one explanation takes.
 *
 * @param passes forward passes of the model, more than 0
 * @param secondsPerPass of one device that does nothing else, more than 0
 */
public record CaseCost(double passes, double secondsPerPass) {

    public CaseCost {
        if (!(passes > 0 && secondsPerPass > 0 && Double.isFinite(passes * secondsPerPass))) {
            throw new IllegalArgumentException("CaseCost: " + passes + " passes of " + secondsPerPass + " s");
        }
    }

    /** Seconds of a device. */
    public double seconds() {
        return passes * secondsPerPass;
    }
}
