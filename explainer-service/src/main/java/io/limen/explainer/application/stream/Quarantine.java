package io.limen.explainer.application.stream;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a case under suspicion apart. A case that comes again was not finished before: it may have killed its process, and
 * with it every other case that was there; or its lock was lost, or it waited beside one that kills. So how often it came
 * proves nothing. A case that comes for the first time is explained beside others, and one that comes again is tried:
 * explained alone in its process, which all processes know of. One whose trial was never finished is not explained any more.
 * What kills its worker is found, and what was only near it is not blamed. One per process, shared by its workers.
 */
public final class Quarantine {

    private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);

    /** Between two looks at a trial that goes on elsewhere. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final CaseExplainer explainer;
    private final Trials trials;
    private final StopSignal stop;

    /** Fair: a suspect is not kept waiting by cases that came later. */
    private final ReadWriteLock room = new ReentrantReadWriteLock(true);

    /** @param stop a case whose turn comes after it is not begun */
    public Quarantine(CaseExplainer explainer, Trials trials, StopSignal stop) {
        this.explainer = explainer;
        this.trials = trials;
        this.stop = stop;
    }

    /** Whether another case may be taken, waiting for that at most so long: none may while a suspect is tried or waits for it. */
    boolean open(Duration atMost) {
        Lock entrance = room.readLock();
        try {
            if (!entrance.tryLock(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        entrance.unlock();
        return true;
    }

    /**
     * The verdict on a delivery; empty when the end came before its turn. What can't be read has nothing in it that could
     * kill: it waits for no turn, which its lock might not outlast.
     *
     * @throws StreamUnavailableException when it can't be known now whether the case may be explained
     */
    Optional<Verdict> judge(Delivery delivery) {
        if (delivery.content() instanceof Delivery.Content.Unreadable) {
            return Optional.of(explainer.judge(delivery));
        }
        return delivery.number() == 1 ? inTurn(room.readLock(), () -> explainer.judge(delivery)) : suspected(delivery);
    }

    /** Its turn may come late: what is known of it is asked for again then, for another process may have begun with it meanwhile. */
    private Optional<Verdict> suspected(Delivery suspect) {
        while (!stop.requested() && !Thread.currentThread().isInterrupted()) {
            Trials.Standing last = trials.of(suspect);
            if (last == Trials.Standing.UNFINISHED) {
                return Optional.of(blamed(suspect));
            }
            if (last == Trials.Standing.RUNNING) {
                stop.await(PAUSE);
                continue;
            }
            Optional<Verdict> verdict = inTurn(room.writeLock(), () -> triedUnlessBegunElsewhere(suspect))
                    .flatMap(judged -> judged);
            if (verdict.isPresent()) {
                return verdict;
            }
        }
        return Optional.empty();
    }

    private Optional<Verdict> triedUnlessBegunElsewhere(Delivery suspect) {
        return switch (trials.of(suspect)) {
            case NONE -> Optional.of(tried(suspect));
            case RUNNING -> Optional.empty();
            case UNFINISHED -> Optional.of(blamed(suspect));
        };
    }

    private Verdict tried(Delivery suspect) {
        trials.begin(suspect);
        try {
            return explainer.judge(suspect);
        } finally {
            trials.end(suspect);
        }
    }

    private static Verdict blamed(Delivery suspect) {
        LOG.warn("a case was handed out {} times and never finished: not explained again", suspect.number() - 1);
        return new Verdict.Rejected(
                Rejection.failed(
                        "handed out " + (suspect.number() - 1)
                                + " times before and never finished, not even alone in its process: whoever explains it may die of it"),
                Optional.empty());
    }

    private <T> Optional<T> inTurn(Lock turn, Supplier<T> work) {
        try {
            turn.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return stop.requested() ? Optional.empty() : Optional.of(work.get());
        } finally {
            turn.unlock();
        }
    }
}
