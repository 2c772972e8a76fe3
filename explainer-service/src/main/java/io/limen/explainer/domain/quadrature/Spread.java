package io.limen.explainer.domain.quadrature;

/**
 * How widely a block's effects spread, as its own draws and those around it tell.
 *
 * @param variance spread squared, percentage points squared, 0 or more
 * @param degreesOfFreedom behind it, above 2
 */
public record Spread(double variance, double degreesOfFreedom) {

    public Spread {
        if (!(variance >= 0) || !(degreesOfFreedom > 2)) {
            throw new IllegalArgumentException("Spread: " + variance + ", " + degreesOfFreedom);
        }
    }
}
