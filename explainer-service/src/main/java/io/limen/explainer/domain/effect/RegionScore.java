package io.limen.explainer.domain.effect;

import io.limen.explainer.domain.image.Mask;
import io.limen.explainer.domain.image.ProbabilityMap;

/**
 * Scores the model's output in the region of interest: M(X') = 100 x Dice(mask(X'), reference), both in the region. The
 * effect of an intervention is M(X') - M(X) (method, section 2).
 */
public final class RegionScore {

    /**
     * Probabilities this near to the unperturbed one are the same output, for the same image gives results that differ by
     * 5e-7 in batches of different sizes. Without it, one pixel that happens to lie on the threshold would flip in every
     * batch, and every block of the image would seem to matter.
     */
    static final float SAME_OUTPUT = 1e-5f;

    private final float[] baseline;
    private final boolean[] prediction;
    private final boolean[] reference;
    private final int referenceArea;
    private final int baselineArea;
    private final double baselineDice;
    private final double threshold;

    /**
     * @param baseline the unperturbed output, inside the region
     * @param reference what the region is scored against, inside the region
     * @param threshold foreground is a probability above it
     */
    public RegionScore(ProbabilityMap baseline, Mask reference, double threshold) {
        Mask unperturbed = baseline.threshold(threshold);
        this.baseline = baseline.probabilities().clone();
        this.prediction = unperturbed.foreground();
        this.reference = reference.foreground().clone();
        this.referenceArea = reference.area();
        this.baselineArea = unperturbed.area();
        this.baselineDice = Dice.of(unperturbed, reference).percent();
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
            boolean same = Math.abs(probability - baseline[i]) <= SAME_OUTPUT;
            if (same ? prediction[i] : probability > threshold) {
                area++;
                common += reference[i] ? 1 : 0;
            }
        }
        double dice = Dice.ofCounts(common, area, referenceArea).percent();
        return new Effect(dice - baselineDice, (double) (area - baselineArea) / reference.length);
    }
}
