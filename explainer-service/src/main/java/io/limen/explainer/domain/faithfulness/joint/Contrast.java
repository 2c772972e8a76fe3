package io.limen.explainer.domain.faithfulness.joint;

/**
 * The strongest supporting blocks replaced together, against as many others chosen at random.
 *
 * @param blocks how many, each time; the others are of the same size in pixels as long as there are such
 * @param draws of each kind, with fresh donors each and, of the others, fresh blocks
 * @param foretold what the map foretells of the strongest: the sum of their effects within what is possible, percentage points
 * @param strongest what replacing the strongest changed
 * @param others what replacing others changed
 * @param difference of the two; negative: the strongest matter more
 */
public record Contrast(
        int blocks, int draws, double foretold, MeanChange strongest, MeanChange others, MeanChange difference) {

    public Contrast {
        if (blocks < 1 || draws < 2 || !(foretold >= -100 && foretold <= 100)) {
            throw new IllegalArgumentException("Contrast: " + blocks + ", " + draws + ", " + foretold);
        }
    }
}
