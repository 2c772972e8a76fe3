package io.limen.explainer.application.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.application.RepositoryUnavailableException;
import io.limen.explainer.application.stream.IncomingCase.EncodedPictures;
import io.limen.explainer.domain.load.Load;
import io.limen.explainer.domain.load.OverloadPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CaseWorkerTest {

    private static final Backoff AT_ONCE = new Backoff(Duration.ofNanos(1), Duration.ofNanos(1));

    private final StopSignal stop = new StopSignal();
    private final FakeAttributions attributions = new FakeAttributions();
    private final FakeTrials trials = new FakeTrials();
    private final CountedMetrics metrics = new CountedMetrics();

    private CaseWorker worker(CaseQueue.Source source, HalfBrightModel model) {
        return worker(source, new Quarantine(Cases.explainer(model), trials, stop));
    }

    private CaseWorker worker(CaseQueue.Source source, Quarantine quarantine) {
        return new CaseWorker(source, quarantine, attributions, metrics, Cases.CLOCK, AT_ONCE, stop);
    }

    private FakeQueue work(FakeQueue queue) {
        worker(() -> queue, new HalfBrightModel()).run();
        return queue;
    }

    @Test
    void aCaseIsAcceptedAfterItsAttributionIsPublished() {
        FakeQueue queue = work(new FakeQueue(stop, Cases.good("a"), Cases.good("b")));

        assertEquals(List.of("a", "b"), attributions.published);
        assertEquals(List.of("accepted a", "accepted b"), queue.outcomes);
        assertEquals(2, metrics.explained);
        assertTrue(queue.closed);
    }

    @Test
    void poisonIsRejectedAndStopsNobody() {
        Delivery noImage = Cases.delivery(Cases.incoming("p", HalfBrightModel.ID, Cases.pictures(0), 0));

        FakeQueue queue = work(new FakeQueue(stop, Cases.unreadable(), noImage, Cases.good("a")));

        assertEquals(List.of("failed ?: not a case", "failed p: not a picture", "accepted a"), queue.outcomes);
        assertEquals(2, metrics.rejected);
        assertEquals(1, metrics.explained);
    }

    @Test
    void aCaseWhoseTrialWasNeverFinishedIsRejectedUnexplained() {
        HalfBrightModel model = new HalfBrightModel();
        FakeQueue queue = new FakeQueue(stop, Cases.again("k", 3), Cases.good("a"));
        trials.begin(Cases.again("k", 2));

        worker(() -> queue, model).run();

        assertEquals(
                List.of(
                        "failed k: handed out 2 times before and never finished, not even alone in its process:"
                                + " whoever explains it may die of it",
                        "accepted a"),
                queue.outcomes);
        assertEquals(List.of("a"), attributions.published);
    }

    @Test
    void howOftenACaseCameProvesNothing() {
        FakeQueue queue = work(new FakeQueue(stop, Cases.again("a", 9)));

        assertEquals(List.of("accepted a"), queue.outcomes);
        assertEquals(List.of("begun a", "ended a"), trials.told);
    }

    /** A consumer group waits for a member that does not poll. */
    @Test
    void whoHasNothingToDoWhileASuspectIsTriedStaysInTheQueue() throws InterruptedException {
        FakeQueue idle = new FakeQueue(stop);
        Quarantine[] room = new Quarantine[1];
        Thread[] other = new Thread[1];
        AtomicBoolean stoodBy = new AtomicBoolean();
        HalfBrightModel model = new HalfBrightModel(() -> {
            if (other[0] == null) {
                other[0] = new Thread(worker(() -> idle, room[0]));
                other[0].start();
                stoodBy.set(idle.isStoodBy());
            }
        });
        room[0] = new Quarantine(Cases.explainer(model), trials, stop);

        worker(() -> new FakeQueue(stop, Cases.again("a", 2)), room[0]).run();

        other[0].join();
        assertTrue(stoodBy.get());
    }

    @Test
    void aSuspectWaitsWhileItCantBeKnownWhetherItWasTried() {
        trials.failures = 3;

        FakeQueue queue = work(new FakeQueue(stop, Cases.again("a", 2)));

        assertEquals(List.of("accepted a"), queue.outcomes);
    }

    @Test
    void aCaseWithNothingToExplainIsSkipped() {
        EncodedPictures noForeground = new EncodedPictures(
                new ImageSource.Inline(FakeDecoder.square(16)), Optional.empty(), Optional.of(FakeDecoder.square(16)));
        IncomingCase template = Cases.incoming("e", HalfBrightModel.ID, noForeground, 0);
        IncomingCase subject =
                new IncomingCase(template.identity(), template.model(), noForeground, 0, Optional.empty());

        FakeQueue queue = work(new FakeQueue(stop, Cases.delivery(subject)));

        assertEquals(1, queue.outcomes.size());
        assertTrue(queue.outcomes.get(0).startsWith("skipped e: "), queue.outcomes::toString);
    }

    @Test
    void whileTheStreamIsAwayTheExplanationIsHeldAndNotMadeAgain() {
        attributions.failures = 3;
        HalfBrightModel model = new HalfBrightModel();
        FakeQueue queue = new FakeQueue(stop, Cases.good("a"));

        worker(() -> queue, model).run();

        assertEquals(1, model.segmented.get());
        assertEquals(List.of("accepted a"), queue.outcomes);
    }

    @Test
    void anOutageOfTheBrokersIsNotTakenForAnExplanationThatTakesLong() {
        AtomicLong now = new AtomicLong();
        Admissions admissions = new Admissions(
                Optional.of(new OverloadPolicy(Duration.ofMinutes(1), 0.25, 0.001)),
                () -> Optional.of(new Load(0.1, 60, 1)),
                now::get);
        HalfBrightModel oneSecond = new HalfBrightModel(() -> now.compareAndSet(0, 1_000_000_000));
        attributions.failures = 10;
        attributions.whenAway = () -> now.addAndGet(Duration.ofMinutes(1).toNanos());
        Quarantine quarantine = new Quarantine(Cases.explainer(oneSecond, admissions), trials, stop);

        worker(() -> new FakeQueue(stop, Cases.good("a")), quarantine).run();

        // 1.1 cases a second are to be decided on, each of 1 s
        assertEquals(1 / 1.1, admissions.now().budgetShare(), 1e-9);
        assertEquals(1, metrics.explained);
    }

    @Test
    void aCaseWhoseAttributionCantBePublishedBeforeTheEndIsGivenBack() {
        attributions.failures = Integer.MAX_VALUE;
        attributions.whenAway = stop::request;

        FakeQueue queue = work(new FakeQueue(stop, Cases.good("a")));

        assertEquals(List.of("released a"), queue.outcomes);
        assertEquals(1, metrics.released);
        assertEquals(0, metrics.explained);
    }

    @Test
    void anAttributionThatTheStreamRefusesIsRejected() {
        attributions.refusing = true;

        FakeQueue queue = work(new FakeQueue(stop, Cases.good("a")));

        assertEquals(List.of("failed a: too large"), queue.outcomes);
    }

    @Test
    void anErrorInPublishingIsThatCasesAlone() {
        attributions.error = new OutOfMemoryError("simulated");

        FakeQueue queue = work(new FakeQueue(stop, Cases.good("a"), Cases.unreadable()));

        assertEquals(List.of("failed a: internal error of the explainer", "failed ?: not a case"), queue.outcomes);
    }

    @Test
    void aRejectionIsTriedUntilItIsKept() {
        FakeQueue queue = new FakeQueue(stop, Cases.unreadable(), Cases.good("a"));
        queue.failingRejections = 2;

        work(queue);

        assertEquals(List.of("failed ?: not a case", "accepted a"), queue.outcomes);
    }

    @Test
    void aQueueThatIsAwayIsTakenFromAgain() {
        FakeQueue queue = new FakeQueue(stop, Cases.good("a"));
        queue.failingTakes = 2;

        work(queue);

        assertEquals(List.of("accepted a"), queue.outcomes);
    }

    @Test
    void aQueueThatCantBeOpenedYetIsOpenedLaterAndSaysWhyMeanwhile() {
        FakeQueue queue = new FakeQueue(stop, Cases.good("a"));
        List<List<String>> obstacles = new ArrayList<>();
        CaseWorker[] self = new CaseWorker[1];
        self[0] = worker(
                () -> {
                    obstacles.add(self[0].obstacles());
                    if (obstacles.size() == 1) {
                        throw new StreamUnavailableException("no such host", new IllegalStateException());
                    }
                    return queue;
                },
                new HalfBrightModel());

        self[0].run();

        assertEquals(List.of(List.of(), List.of("no such host")), obstacles);
        assertEquals(List.of(), self[0].obstacles());
        assertEquals(List.of("accepted a"), queue.outcomes);
    }

    @Test
    void aCaseInHandIsGivenBackWhenAllIsAbandoned() {
        HalfBrightModel model = new HalfBrightModel(() -> {
            stop.abandonRunning();
            Thread.currentThread().interrupt();
        });
        FakeQueue queue = new FakeQueue(stop, Cases.good("a"));

        worker(() -> queue, model).run();

        assertTrue(Thread.interrupted());
        assertEquals(List.of("released a"), queue.outcomes);
        assertEquals(List.of(), attributions.published);
    }

    @Test
    void aCaseIsGivenBackAndTakenAgainWhileTheRepositoryIsAway() {
        FakeQueue queue = new FakeQueue(stop, Cases.good("a"));
        List<List<String>> obstacles = new ArrayList<>();
        CaseWorker[] self = new CaseWorker[1];
        HalfBrightModel model = new HalfBrightModel(() -> {
            if (obstacles.size() < 3) {
                obstacles.add(self[0].obstacles());
                throw new RepositoryUnavailableException("no mount", null);
            }
        });
        self[0] = worker(() -> queue, model);

        self[0].run();

        assertEquals(List.of("released a", "released a", "released a", "accepted a"), queue.outcomes);
        assertEquals(List.of(List.of(), List.of("no mount"), List.of("no mount")), obstacles);
        assertEquals(List.of(), self[0].obstacles());
        assertEquals(3, metrics.released);
        assertEquals(0, metrics.rejected);
    }

    @Test
    void aCaseThatFindsMemoryLaterIsExplained() {
        int[] left = {3};
        HalfBrightModel model = new HalfBrightModel(() -> {
            if (left[0]-- > 0) {
                throw new OutOfMemoryError("simulated");
            }
        });
        FakeQueue queue = new FakeQueue(stop, Cases.good("a"));

        worker(() -> queue, model).run();

        assertEquals(List.of("released a", "released a", "released a", "accepted a"), queue.outcomes);
    }

    @Test
    void aCaseThatNeverFindsMemoryStopsNobodyForEver() {
        HalfBrightModel model = new HalfBrightModel(() -> {
            throw new OutOfMemoryError("simulated");
        });
        FakeQueue queue = new FakeQueue(stop, Cases.good("a"));

        worker(() -> queue, model).run();

        assertEquals(10, metrics.released);
        assertEquals("failed a: the explainer has too little memory for the case", queue.outcomes.get(10));
        assertEquals(11, queue.outcomes.size());
    }
}
