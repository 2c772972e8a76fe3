package io.limen.explainer.application.stream;

import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a case under suspicion apart. A case that comes again was not finished before: it may have killed its process, and
 * with it every other case that was explained there. So a case that comes for the first time is explained beside others,
 * one that comes again is explained alone in its process, and one that comes for a third time is not explained any more.
 * What kills its worker is found, and what was only near it is not blamed. One per process, shared by its workers.
 */
public final class Quarantine {

    private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);

    /** How often a case is handed out to be explained: once beside others, once alone. */
    private static final int MOST_DELIVERIES = 2;

    private final CaseExplainer explainer;
    private final StopSignal stop;

    /** Fair: a suspect is not kept waiting by cases that came later. */
    private final ReadWriteLock room = new ReentrantReadWriteLock(true);

    /** @param stop a case whose turn comes after it is not begun */
    public Quarantine(CaseExplainer explainer, StopSignal stop) {
        this.explainer = explainer;
        this.stop = stop;
    }

    /** The verdict on a delivery; empty when the end came before its turn. */
    Optional<Verdict> judge(Delivery delivery) {
        if (delivery.number() > MOST_DELIVERIES) {
            LOG.warn("a case was handed out {} times and never finished: not explained again", delivery.number() - 1);
            return Optional.of(new Verdict.Rejected(
                    Rejection.failed("handed out " + (delivery.number() - 1)
                            + " times before and never finished: whoever explains it may die of it"),
                    Optional.empty()));
        }
        Lock turn = delivery.number() == 1 ? room.readLock() : room.writeLock();
        try {
            turn.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return stop.requested() ? Optional.empty() : Optional.of(explainer.judge(delivery));
        } finally {
            turn.unlock();
        }
    }
}
