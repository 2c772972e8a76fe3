package io.limen.explainer.application.stream;

import java.time.Duration;
import java.util.Optional;

/**
 * Port: incoming work, one case at a time, every case with an explicit outcome. A case without one comes again, to this
 * worker or another (at least once). Owned by one thread. {@link #take} and {@link #reject} may throw
 * {@link StreamUnavailableException}; the call may then be repeated.
 */
public interface CaseQueue extends AutoCloseable {

    /** The next case, if one comes within the time. Every case handed out needs an outcome before the next is taken. */
    Optional<Delivery> take(Duration atMost);

    /** Stays in the queue while no case may be taken: to be called again and again meanwhile, in the place of taking one. */
    void standBy();

    /** The case is done: it does not come again, unless that can't be recorded now, and then it comes as a duplicate. */
    void accept(Delivery delivery);

    /** The case can't work: keeps its bytes and the reason where they can be looked at, then accepts it. */
    void reject(Delivery delivery, Rejection rejection);

    /** The case is given back undone and comes again. */
    void release(Delivery delivery);

    /** Leaves the queue; a case without an outcome comes again elsewhere. */
    @Override
    void close();

    /** Port: opens a queue per worker. */
    @FunctionalInterface
    interface Source {
        CaseQueue open();
    }
}
