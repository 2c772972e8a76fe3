package io.limen.explainer.application.bench;

import io.limen.explainer.application.Progress;

/** One progress out of many: what was done before the present stage, what it says itself, and what is to come. */
final class Stages {

    private final Progress whole;
    private long done;
    private long toCome;

    /** @param expected forward passes of all stages together, as far as is known */
    Stages(Progress whole, long expected) {
        this.whole = whole;
        this.toCome = expected;
    }

    /**
     * The next stage's own progress.
     *
     * @param expected its share of what was expected of all
     */
    Progress next(long expected) {
        toCome = Math.max(0, toCome - expected);
        return (now, inAll) -> whole.forwards(done + now, done + Math.max(now, Math.max(expected, inAll)) + toCome);
    }

    /** The stage is over. */
    void finish(long forwards) {
        done += forwards;
        whole.forwards(done, done + toCome);
    }
}
