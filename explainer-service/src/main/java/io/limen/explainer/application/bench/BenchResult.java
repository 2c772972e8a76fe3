package io.limen.explainer.application.bench;

import io.limen.explainer.application.ModelId;

/**
 * One model on one image, under both schedules.
 *
 * @param model what was explained
 * @param image the image's name
 * @param blocks treated blocks
 * @param oracleBlocks of those, how many were held against the oracle
 * @param published the published schedule
 * @param adaptive the adaptive schedule
 */
public record BenchResult(
        ModelId model,
        String image,
        int blocks,
        int oracleBlocks,
        ScheduleFigures published,
        ScheduleFigures adaptive) {

    /** How many times fewer forward passes the adaptive schedule takes. */
    public double forwardsRatio() {
        return published.forwards() / adaptive.forwards();
    }

    /** How many times less wall-clock the adaptive schedule takes. */
    public double secondsRatio() {
        return published.seconds() / adaptive.seconds();
    }

    /** The adaptive map's error over the published map's; NaN where one of them can't be told from 0. */
    public double errorRatio() {
        double ratio = adaptive.error().root() / published.error().root();
        return ratio > 0 && Double.isFinite(ratio) ? ratio : Double.NaN;
    }
}
