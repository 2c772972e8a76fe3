package io.limen.explainer.application.support;

import io.limen.explainer.application.Leeway;

/**
 * Counts the forward passes of a search and ends it between two of them: when the thread is interrupted, or when the budget
 * is spent. Owned by one thread.
 */
final class ForwardCount {

    /**
     * Every treated block is drawn once whatever the budget says. A search that costs less than this share of those draws is
     * the fastest way to their end, since it finds most of them unnecessary or makes each of them a fraction of its cost.
     */
    private static final double WORTH_IT = 1.0 / 3;

    private final Leeway leeway;
    private final double free;
    private int made;

    /**
     * @param leeway what the budget leaves
     * @param blocks treated blocks, from which the search may take some
     */
    ForwardCount(Leeway leeway, int blocks) {
        this.leeway = leeway;
        this.free = WORTH_IT * blocks;
    }

    /** Whether a search that takes at most so many forward passes is worth beginning. */
    boolean allows(int passes) {
        return passes <= free || leeway.affords(passes);
    }

    /** Tells that a forward pass is about to be made. */
    void spend() throws InterruptedException, SearchAbandonedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (made >= free && !leeway.affords(1)) {
            throw new SearchAbandonedException();
        }
        made++;
    }

    int made() {
        return made;
    }
}
