package io.limen.explainer.application.bench;

import io.limen.explainer.domain.intervention.DrawSchedule;
import java.time.Duration;

/**
 * What the warm-up of a case tells of the work ahead.
 *
 * @param blocks treated blocks
 * @param secondsPerForward of a warm model
 */
record Warmth(int blocks, double secondsPerForward) {

    /** Of the blocks, those that screening keeps: between those of a bounded network and of one that looks everywhere. */
    private static final double RELEVANT_SHARE = 0.4;

    private static final DrawSchedule.Published PUBLISHED = DrawSchedule.Published.asPublished();

    /** Forward passes of the adaptive schedule as a share of the published one's: 0.36 and 0.39 on the demo's models. */
    private static final double ADAPTIVE_SHARE = 0.4;

    long published() {
        return 1 + Math.round(blocks * (PUBLISHED.screeningDraws() + PUBLISHED.draws() * RELEVANT_SHARE));
    }

    long adaptive() {
        return Math.round(ADAPTIVE_SHARE * published());
    }

    long oracle(BenchSettings settings) {
        return (long) Oracle.FIRST_LOOK * blocks
                + (long) Math.min(blocks, settings.oracleBlocks()) * settings.oracleDraws();
    }

    long inAll(BenchSettings settings) {
        return settings.repeats() * (published() + adaptive()) + oracle(settings);
    }

    Duration time(BenchSettings settings) {
        return Duration.ofMillis(Math.round(1000 * secondsPerForward * inAll(settings)));
    }
}
