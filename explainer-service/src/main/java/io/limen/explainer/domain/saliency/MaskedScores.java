package io.limen.explainer.domain.saliency;

/**
 * The mean score of the images in which a pixel was seen: sum of score x mask over sum of mask (RISE, equation 5, with the masks'
 * own sum in the place of its expectation). Owned by one thread.
 */
public final class MaskedScores {

    private final double[] scores;
    private final double[] seen;

    /** @param pixels of a mask */
    public MaskedScores(int pixels) {
        this.scores = new double[pixels];
        this.seen = new double[pixels];
    }

    /** One more mask and what the model scored under it. */
    public void add(float[] mask, double score) {
        for (int i = 0; i < mask.length; i++) {
            scores[i] += mask[i] * score;
            seen[i] += mask[i];
        }
    }

    /** One value per pixel; 0 where nothing was ever seen. */
    public double[] means() {
        double[] means = new double[scores.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = seen[i] > 0 ? scores[i] / seen[i] : 0;
        }
        return means;
    }
}
