package io.limen.explainer.application.support;

/** Counts forward passes and ends between two of them when the thread is interrupted. Owned by one thread. */
final class ForwardCount {

    private int made;

    /** Tells that some forward passes are about to be made. */
    void spend(int passes) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        made += passes;
    }

    int made() {
        return made;
    }
}
