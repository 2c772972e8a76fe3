package io.limen.explainer.application.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class QuarantineTest {

    private final StopSignal stop = new StopSignal();

    private Quarantine quarantine(HalfBrightModel.Mood inTheModel) {
        return new Quarantine(Cases.explainer(new HalfBrightModel(inTheModel)), stop);
    }

    private static Thread started(Runnable work) {
        Thread thread = new Thread(work);
        thread.start();
        return thread;
    }

    @Test
    void casesThatComeForTheFirstTimeAreExplainedBesideEachOther() throws InterruptedException {
        CyclicBarrier bothAreThere = new CyclicBarrier(2);
        Quarantine quarantine = quarantine(once(() -> await(bothAreThere)));

        Thread other = started(() -> quarantine.judge(Cases.good("a")));
        Optional<Verdict> verdict = quarantine.judge(Cases.good("b"));

        other.join();
        assertInstanceOf(Verdict.Explained.class, verdict.orElseThrow());
    }

    @Test
    void aCaseThatComesAgainIsExplainedAlone() throws InterruptedException {
        CountDownLatch suspectIsInside = new CountDownLatch(1);
        CompletableFuture<Thread> other = new CompletableFuture<>();
        AtomicReference<Thread.State> meanwhile = new AtomicReference<>();
        Quarantine quarantine = quarantine(() -> {
            if (Thread.currentThread() != other.getNow(null) && meanwhile.get() == null) {
                suspectIsInside.countDown();
                meanwhile.set(settled(other.join()));
            }
        });

        Thread suspect = started(() -> quarantine.judge(Cases.again("s", 2)));
        suspectIsInside.await();
        other.complete(started(() -> quarantine.judge(Cases.good("a"))));

        suspect.join();
        other.join().join();
        assertEquals(Thread.State.WAITING, meanwhile.get());
    }

    private static Thread.State settled(Thread thread) {
        Thread.State state;
        do {
            Thread.onSpinWait();
            state = thread.getState();
        } while (state != Thread.State.WAITING && state != Thread.State.TERMINATED);
        return state;
    }

    @Test
    void aCaseThatComesForTheThirdTimeIsNotExplained() {
        Quarantine quarantine = quarantine(() -> {
            throw new AssertionError("explained");
        });

        Verdict verdict = quarantine.judge(Cases.again("k", 3)).orElseThrow();

        assertInstanceOf(Verdict.Rejected.class, verdict);
    }

    @Test
    void aCaseWhoseTurnComesAfterTheEndIsNotBegun() {
        stop.request();
        assertEquals(Optional.empty(), quarantine(() -> {}).judge(Cases.good("a")));
    }

    @Test
    void anInterruptEndsTheWaitForATurn() {
        Thread.currentThread().interrupt();
        assertEquals(Optional.empty(), quarantine(() -> {}).judge(Cases.again("a", 2)));
        assertTrue(Thread.interrupted());
    }

    /** The work, in the first call of each thread. */
    private static HalfBrightModel.Mood once(Runnable work) {
        ThreadLocal<Boolean> done = ThreadLocal.withInitial(() -> false);
        return () -> {
            if (!done.get()) {
                done.set(true);
                work.run();
            }
        };
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
