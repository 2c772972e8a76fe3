package io.limen.quickstart.domain;

import java.time.Duration;

/**
 * What explanations cost.
 *
 * @param explanations explanations measured
 * @param forwards forward passes of all, images
 * @param elapsed wall-clock of all, one after the other
 */
public record Speed(long explanations, long forwards, Duration elapsed) {

    /** Nothing measured yet. */
    public static final Speed NONE = new Speed(0, 0, Duration.ZERO);

    public Speed {
        if (explanations < 0 || forwards < 0 || elapsed.isNegative()) {
            throw new IllegalArgumentException("Speed: " + explanations + ", " + forwards + ", " + elapsed);
        }
    }

    /** With one more explanation. */
    public Speed add(long moreForwards, Duration moreElapsed) {
        return new Speed(explanations + 1, forwards + moreForwards, elapsed.plus(moreElapsed));
    }

    /** Mean seconds per explanation; 0 when nothing was measured. */
    public double secondsPerExplanation() {
        return explanations == 0 ? 0 : seconds() / explanations;
    }

    /** Forward passes per second of one explanation; 0 when no time was measured. */
    public double forwardsPerSecond() {
        return elapsed.isZero() ? 0 : forwards / seconds();
    }

    private double seconds() {
        return elapsed.toMillis() / 1000.0;
    }
}
