package io.limen.explainer.application.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class QuarantineTest {

    private final StopSignal stop = new StopSignal();

    private final FakeTrials trials = new FakeTrials();

    private Quarantine quarantine(HalfBrightModel.Mood inTheModel) {
        return new Quarantine(Cases.explainer(new HalfBrightModel(inTheModel)), trials, stop);
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
    void noCaseIsToBeTakenWhileASuspectIsTried() {
        AtomicReference<Boolean> openInside = new AtomicReference<>();
        Quarantine[] self = new Quarantine[1];
        self[0] = quarantine(() -> openInside.compareAndSet(null, openElsewhere(self[0])));

        self[0].judge(Cases.again("s", 2));

        assertEquals(false, openInside.get());
        assertTrue(self[0].open(Duration.ZERO));
    }

    private static boolean openElsewhere(Quarantine quarantine) {
        return CompletableFuture.supplyAsync(() -> quarantine.open(Duration.ZERO))
                .join();
    }

    @Test
    void aTrialIsRememberedBeforeItBeginsAndForgottenWhenItsProcessHasSurvivedIt() {
        AtomicReference<List<String>> inside = new AtomicReference<>();
        Quarantine quarantine = quarantine(() -> inside.set(List.copyOf(trials.told)));

        quarantine.judge(Cases.again("s", 2));

        assertEquals(List.of("begun s"), inside.get());
        assertEquals(List.of("begun s", "ended s"), trials.told);
    }

    @Test
    void aCaseWhoseTrialWasNotFinishedIsNotExplained() {
        trials.standings.add(Trials.Standing.UNFINISHED);
        Quarantine quarantine = quarantine(() -> {
            throw new AssertionError("explained");
        });

        Verdict verdict = quarantine.judge(Cases.again("k", 3)).orElseThrow();

        assertInstanceOf(Verdict.Rejected.class, verdict);
    }

    @Test
    void whatCantBeReadIsRejectedAtOnceWhileASuspectIsTried() {
        AtomicReference<Optional<Verdict>> verdict = new AtomicReference<>();
        Quarantine[] self = new Quarantine[1];
        self[0] = quarantine(() -> verdict.compareAndSet(
                null,
                CompletableFuture.supplyAsync(() -> self[0].judge(Cases.unreadable()))
                        .completeOnTimeout(Optional.empty(), 20, TimeUnit.SECONDS)
                        .join()));

        self[0].judge(Cases.again("s", 2));

        assertInstanceOf(Verdict.Rejected.class, verdict.get().orElseThrow());
    }

    @Test
    void aCaseThatIsTriedElsewhereWaitsForWhatComesOfIt() {
        trials.standings.add(Trials.Standing.RUNNING);
        trials.standings.add(Trials.Standing.NONE);

        Verdict verdict = quarantine(() -> {}).judge(Cases.again("s", 2)).orElseThrow();

        assertInstanceOf(Verdict.Explained.class, verdict);
    }

    @Test
    void aTrialThatBeganElsewhereWhileTheSuspectWaitedForItsTurnIsWaitedFor() {
        trials.standings.addAll(List.of(
                Trials.Standing.NONE, Trials.Standing.RUNNING, Trials.Standing.RUNNING, Trials.Standing.UNFINISHED));
        Quarantine quarantine = quarantine(() -> {
            throw new AssertionError("explained");
        });

        Verdict verdict = quarantine.judge(Cases.again("k", 3)).orElseThrow();

        assertInstanceOf(Verdict.Rejected.class, verdict);
        assertEquals(List.of(), trials.told);
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
