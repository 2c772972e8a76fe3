package io.limen.explainer.application.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Processes that take as many cases at a time as they have workers, one of which ends its process when it is explained: at
 * the worst moment, when every other worker has a case in hand. What a dead process had in hand comes again.
 */
@Timeout(60)
class CaseThatKillsTest {

    private static final String KILLER = "killer";

    private final FakeTrials trials = new FakeTrials();
    private final Map<String, String> outcomes = new LinkedHashMap<>();
    private int processes;

    /** One process, whose threads stay where they are for ever when it has died. */
    private final class Process {

        private final StopSignal stop = new StopSignal();
        private final CountDownLatch death = new CountDownLatch(1);
        private final CountDownLatch othersAreBusy = new CountDownLatch(1);
        private final CountDownLatch killerHasBegun = new CountDownLatch(1);
        private final ThreadLocal<Delivery> inHand = new ThreadLocal<>();
        private final List<Delivery> finished = new ArrayList<>();
        private final boolean deadly;
        private final Quarantine quarantine =
                new Quarantine(Cases.explainer(new HalfBrightModel(this::forward)), trials, stop);

        private Process(List<Delivery> batch) {
            deadly = batch.stream().map(FakeQueue::name).anyMatch(KILLER::equals);
        }

        private void forward() {
            if (FakeQueue.name(inHand.get()).equals(KILLER)) {
                killerHasBegun.countDown();
                await(othersAreBusy);
                death.countDown();
                await(new CountDownLatch(1));
            } else if (deadly && inHand.get().number() == 1) {
                await(new CountDownLatch(1));
            }
        }

        /** What was not finished. */
        private List<Delivery> run(List<Delivery> batch) throws InterruptedException {
            List<Thread> threads = new ArrayList<>();
            for (Delivery delivery : batch) {
                Thread thread = new Thread(() -> work(delivery));
                thread.setDaemon(true);
                threads.add(thread);
                thread.start();
                settle(thread);
            }
            othersAreBusy.countDown();
            for (Thread thread : threads) {
                while (thread.isAlive() && death.getCount() > 0) {
                    thread.join(1);
                }
            }
            synchronized (finished) {
                return batch.stream().filter(each -> !finished.contains(each)).toList();
            }
        }

        private void work(Delivery delivery) {
            inHand.set(delivery);
            Optional<Verdict> verdict = quarantine.judge(delivery);
            if (death.getCount() == 0) {
                return;
            }
            synchronized (finished) {
                finished.add(delivery);
                outcomes.put(
                        FakeQueue.name(delivery),
                        verdict.orElseThrow() instanceof Verdict.Rejected ? "rejected" : "explained");
            }
        }
    }

    private static void settle(Thread thread) {
        Thread.State state;
        do {
            Thread.onSpinWait();
            state = thread.getState();
        } while (state != Thread.State.WAITING && state != Thread.State.TERMINATED);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Until every case has an outcome. */
    private void explainAll(int workers, String... names) throws InterruptedException {
        Deque<Delivery> topic = new ArrayDeque<>();
        for (String name : names) {
            topic.add(Cases.good(name));
        }
        while (!topic.isEmpty()) {
            List<Delivery> batch = new ArrayList<>();
            while (batch.size() < workers && !topic.isEmpty()) {
                batch.add(topic.remove());
            }
            processes++;
            for (Delivery undone : new Process(batch).run(batch)) {
                topic.add(Cases.again(FakeQueue.name(undone), undone.number() + 1));
            }
        }
    }

    @Test
    void onlyTheCaseThatKillsIsBlamedHoweverManyWereInItsProcessEachTime() throws InterruptedException {
        explainAll(4, KILLER, "a", "b", "c");

        assertEquals(Map.of(KILLER, "rejected", "a", "explained", "b", "explained", "c", "explained"), outcomes);
        assertEquals(3, processes);
    }

    @Test
    void innocentsThatWaitForTheirTrialBesideAFirstDeliveryThatKillsAreNotBlamed() throws InterruptedException {
        explainAll(3, "a", "b", KILLER, "c", "d", "e");
        assertEquals("rejected", outcomes.remove(KILLER));
        assertEquals(
                Map.of("a", "explained", "b", "explained", "c", "explained", "d", "explained", "e", "explained"),
                outcomes);
    }
}
