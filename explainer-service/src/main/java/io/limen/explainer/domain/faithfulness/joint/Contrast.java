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

    /** Whether the interval of the difference says so; where all passes came out alike, the difference itself. */
    public boolean strongestMatterMore() {
        return difference.interval().map(interval -> interval.high() < 0).orElse(difference.points() < 0);
    }

    /**
     * Whether another set of as many blocks would hardly have changed as much: the strongest lie below the others' mean by more than a 95 %
     * prediction interval of one more set reaches, t(n - 1) s sqrt(1 + 1 / n), which is the interval of the mean times sqrt(n + 1). The interval of
     * the difference takes the strongest for given; that they are a lucky choice only this one asks.
     */
    public boolean strongestStandOut() {
        double ofMean = others.interval()
                .map(interval -> interval.high() - others.points())
                .orElse(0.0);
        return strongestMatterMore() && strongest.points() < others.points() - ofMean * Math.sqrt(draws + 1.0);
    }
}
