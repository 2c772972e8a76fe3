package io.limen.explainer.domain.strategy;

/**
 * What was measured of the treated blocks: one value per block in row-major order in each array, percentage points. Arrays
 * are not copied: whoever makes one gives them away.
 *
 * @param ate average treatment effects
 * @param standardErrors of them, 0 or more
 * @param significant which of them differ from 0
 * @param tau effects smaller than this count as 0, 0 or more
 */
public record MeasuredEffects(double[] ate, double[] standardErrors, boolean[] significant, double tau) {

    public MeasuredEffects {
        if (ate.length == 0 || standardErrors.length != ate.length || significant.length != ate.length) {
            throw new IllegalArgumentException(
                    "MeasuredEffects: " + ate.length + ", " + standardErrors.length + ", " + significant.length);
        }
        if (!(tau >= 0)) {
            throw new IllegalArgumentException("MeasuredEffects: tau " + tau);
        }
    }

    /** Treated blocks. */
    public int size() {
        return ate.length;
    }

    /** The effects as the shares count them: 0 where smaller than tau. */
    double[] counted() {
        double[] counted = ate.clone();
        for (int i = 0; i < counted.length; i++) {
            counted[i] = Math.abs(ate[i]) < tau ? 0 : ate[i];
        }
        return counted;
    }

    /** The effects that features of where they lie are made of: 0 where not significant or smaller than tau. */
    double[] told() {
        double[] told = counted();
        for (int i = 0; i < told.length; i++) {
            told[i] = significant[i] ? told[i] : 0;
        }
        return told;
    }
}
