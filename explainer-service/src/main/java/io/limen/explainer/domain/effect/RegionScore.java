package io.limen.explainer.domain.effect;

import io.limen.explainer.domain.image.Mask;
import io.limen.explainer.domain.image.ProbabilityMap;
import java.util.Optional;
import java.util.stream.IntStream;

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
    public static final float SAME_OUTPUT = 1e-5f;

    private final int[] pixels;
    private final int boundsArea;
    private final float[] baseline;
    private final boolean[] prediction;
    private final boolean[] reference;
    private final int referenceArea;
    private final int baselineArea;
    private final double baselineDice;
    private final double threshold;

    /**
     * The score of a rectangle.
     *
     * @param baseline the unperturbed output, inside the region
     * @param reference what the region is scored against, inside the region
     * @param threshold foreground is a probability above it
     */
    public RegionScore(ProbabilityMap baseline, Mask reference, double threshold) {
        this(baseline, reference, threshold, Optional.empty());
    }

    /**
     * The score of some pixels of a rectangle: all others, whatever the model makes of them, do not count.
     *
     * @param baseline the unperturbed output, inside the region's bounds
     * @param reference what the region is scored against, inside the region's bounds
     * @param threshold foreground is a probability above it
     * @param membership which pixels of the bounds belong to the region; empty: all
     */
    public RegionScore(ProbabilityMap baseline, Mask reference, double threshold, Optional<Mask> membership) {
        int bounds = baseline.probabilities().length;
        if (reference.foreground().length != bounds
                || membership.isPresent() && membership.get().foreground().length != bounds) {
            throw new IllegalArgumentException("RegionScore: masks of another size than the region's " + bounds);
        }
        this.pixels = IntStream.range(0, bounds)
                .filter(i -> membership.isEmpty() || membership.get().foreground()[i])
                .toArray();
        this.boundsArea = bounds;
        this.baseline = new float[pixels.length];
        this.prediction = new boolean[pixels.length];
        this.reference = new boolean[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            this.baseline[i] = baseline.probabilities()[pixels[i]];
            this.prediction[i] = this.baseline[i] > threshold;
            this.reference[i] = reference.foreground()[pixels[i]];
        }
        Mask unperturbed = new Mask(1, pixels.length, prediction);
        Mask expected = new Mask(1, pixels.length, this.reference);
        this.referenceArea = expected.area();
        this.baselineArea = unperturbed.area();
        this.baselineDice = Dice.of(unperturbed, expected).percent();
        this.threshold = threshold;
    }

    /** M(X), percentage points in [0,100]. */
    public double baselineDice() {
        return baselineDice;
    }

    /**
     * The effect of one intervention. Cost O(region's pixels), one small allocation.
     *
     * @param probabilities of several interventions, [interventions, height, width] of the region's bounds, row-major
     * @param position which of them
     */
    public Effect effect(float[] probabilities, int position) {
        int start = position * boundsArea;
        int area = 0;
        int common = 0;
        for (int i = 0; i < reference.length; i++) {
            float probability = probabilities[start + pixels[i]];
            if (Float.isNaN(probability)) {
                throw new IllegalArgumentException("RegionScore: probability NaN at pixel " + pixels[i]);
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
