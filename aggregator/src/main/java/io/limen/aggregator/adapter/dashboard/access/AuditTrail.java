package io.limen.aggregator.adapter.dashboard.access;

import io.limen.schemas.AuditEntry;
import io.limen.schemas.AuditRole;
import java.time.InstantSource;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Entries of attempts that changed nothing, sent behind the answer. Anybody can make as many as they like, so only so many have
 * an entry of their own: the others, and those that the broker did not take, are counted in the next one.
 */
public final class AuditTrail implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);

    /** People and their mistakes are far fewer; a flood is still seen, as a number. */
    static final int MOST_PER_MINUTE = 120;

    private static final int MOST_WAITING = 256;

    /** Where entries go. */
    public interface Log {

        /** Whether the entry is kept. */
        boolean append(AuditEntry entry) throws InterruptedException;
    }

    private final Log log;
    private final InstantSource clock;
    private final Allowance ofTheKnown;
    private final Allowance ofTheUnknown;
    private final AtomicLong leftOut = new AtomicLong();
    private final ThreadPoolExecutor sender =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), work -> {
                Thread thread = new Thread(work, "audit");
                thread.setDaemon(true);
                return thread;
            });

    /** Sends nothing yet. */
    public AuditTrail(Log log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
        this.ofTheKnown = new Allowance(MOST_PER_MINUTE, clock.instant());
        this.ofTheUnknown = new Allowance(MOST_PER_MINUTE, clock.instant());
    }

    /** Records it, or counts it for the next one. Never waits. */
    void record(AuditEntry entry) {
        // whoever knocks without a token can't make those that have one a number
        Allowance allowance = entry.getRole() == AuditRole.NONE ? ofTheUnknown : ofTheKnown;
        if (!allowance.take(clock.instant())) {
            leftOut.incrementAndGet();
            return;
        }
        try {
            sender.execute(() -> send(entry));
        } catch (RejectedExecutionException e) {
            leftOut.incrementAndGet();
        }
    }

    private void send(AuditEntry entry) {
        long before = leftOut.getAndSet(0);
        entry.setLeftOut(before);
        try {
            if (!log.append(entry)) {
                leftOut.addAndGet(before + 1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            leftOut.addAndGet(before + 1);
        } catch (RuntimeException e) {
            LOG.debug("An entry could not be made", e);
            leftOut.addAndGet(before + 1);
        }
    }

    private boolean hasSentAll() {
        try {
            return sender.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Sends what waits, for at most two seconds. */
    @Override
    public void close() {
        sender.shutdown();
        boolean sent = hasSentAll();
        long lost = leftOut.get() + sender.getQueue().size();
        if (!sent || lost > 0) {
            LOG.warn("{} refused attempts to change something are not in the audit log", lost);
        }
    }
}
