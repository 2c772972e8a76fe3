package io.limen.explainer.domain.surrogate;

import io.limen.explainer.domain.effect.RegionScore;

/**
 * Dice with probabilities in the place of a mask: 100 x 2 sum(p r) / (sum(p) + sum(r)), a smooth stand-in for the score
 * (Milletari, Navab and Ahmadi 2016), in percentage points.
 */
public final class SoftDice {

    private final RegionOutput output;
    private final double referenceArea;
    private final double baseline;

    public SoftDice(RegionOutput output) {
        this.output = output;
        this.referenceArea = output.referenceArea();
        this.baseline = value(output.probabilities(), 0);
    }

    /** Derivative by each probability of the bounds, percentage points; 0 outside the region. */
    public float[] derivative() {
        double common = 0;
        double sum = referenceArea;
        for (int pixel : output.pixels()) {
            double p = output.probabilities()[pixel];
            common += output.reference()[pixel] ? p : 0;
            sum += p;
        }
        float[] derivative = new float[output.bounds()];
        for (int pixel : output.pixels()) {
            double own = output.reference()[pixel] ? 2 * sum : 0;
            derivative[pixel] = sum > 0 ? (float) (100 * (own - 2 * common) / (sum * sum)) : 0;
        }
        return derivative;
    }

    /**
     * What an intervention changed.
     *
     * @param probabilities of several interventions, [interventions, height, width] of the region's bounds
     * @param position which of them
     */
    public double change(float[] probabilities, int position) {
        return value(probabilities, position * output.bounds()) - baseline;
    }

    private double value(float[] probabilities, int start) {
        double common = 0;
        double sum = referenceArea;
        for (int pixel : output.pixels()) {
            float unperturbed = output.probabilities()[pixel];
            float now = probabilities[start + pixel];
            double p = Math.abs(now - unperturbed) <= RegionScore.SAME_OUTPUT ? unperturbed : now;
            common += output.reference()[pixel] ? p : 0;
            sum += p;
        }
        return sum > 0 ? 200 * common / sum : 100;
    }
}
