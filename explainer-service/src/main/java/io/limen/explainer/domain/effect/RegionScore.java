package io.limen.explainer.domain.effect;

import io.limen.explainer.domain.image.Mask;

/**
 * Scores the model's output in the region of interest: M(X') = 100 x Dice(mask(X'), reference), both in the region. The
 * effect of an intervention is M(X') - M(X) (method, section 2).
 */
public final class RegionScore {

    private final boolean[] reference;
    private final int referenceArea;
    private final int baselineArea;
    private final double baselineDice;
    private final double threshold;

    /**
     * @param prediction the unperturbed mask, inside the region
     * @param reference what the region is scored against, inside the region
     * @param threshold foreground is a probability above it
     */
    public RegionScore(Mask prediction, Mask reference, double threshold) {
        this.reference = reference.foreground().clone();
        this.referenceArea = reference.area();
        this.baselineArea = prediction.area();
        this.baselineDice = Dice.of(prediction, reference).percent();
        this.threshold = threshold;
    }

    /** M(X), percentage points in [0,100]. */
    public double baselineDice() {
        return baselineDice;
    }

    /**
     * The effect of one intervention. Cost O(region's pixels), one small allocation.
     *
     * @param probabilities of several interventions, [interventions, region height, region width], row-major
     * @param position which of them
     */
    public Effect effect(float[] probabilities, int position) {
        int start = position * reference.length;
        int area = 0;
        int common = 0;
        for (int i = 0; i < reference.length; i++) {
            float probability = probabilities[start + i];
            if (Float.isNaN(probability)) {
                throw new IllegalArgumentException("RegionScore: probability NaN at pixel " + i);
            }
            if (probability > threshold) {
                area++;
                common += reference[i] ? 1 : 0;
            }
        }
        double dice = Dice.ofCounts(common, area, referenceArea).percent();
        return new Effect(dice - baselineDice, (double) (area - baselineArea) / reference.length);
    }
}
