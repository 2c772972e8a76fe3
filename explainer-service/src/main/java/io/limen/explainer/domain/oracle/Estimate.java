package io.limen.explainer.domain.oracle;

/**
 * What a schedule says of one block.
 *
 * @param ate percentage points
 * @param standardError percentage points, 0 or more
 * @param significant whether it differs from 0
 * @param screenedOut whether it was declared irrelevant
 */
public record Estimate(double ate, double standardError, boolean significant, boolean screenedOut) {

    public Estimate {
        if (Double.isNaN(ate) || !(standardError >= 0)) {
            throw new IllegalArgumentException("Estimate: " + ate + ", " + standardError);
        }
    }
}
