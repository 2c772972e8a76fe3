package io.limen.explainer.adapter.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.application.stream.Delivery;
import io.limen.explainer.application.stream.StreamUnavailableException;
import io.limen.explainer.application.stream.Trials.Standing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What two processes make of the notes that they share, whatever the brokers do with them. */
class KafkaTrialsTest {

    /** Long enough that no sign is given by itself, and no silence ends. */
    private static final Duration SELDOM = Duration.ofHours(1);

    /** A silence of five of them is over at once. */
    private static final Duration AT_ONCE = Duration.ofNanos(1_000_000);

    private final AtomicLong now = new AtomicLong();
    private final Map<String, String> kept = new ConcurrentHashMap<>();
    private final Notes ours = new Notes();
    private final KafkaTrials trials = new KafkaTrials(ours, SELDOM);
    private final KafkaTrials others = new KafkaTrials(new Notes(), SELDOM);
    private final ConsumedRecord suspect = again(record(7, "a case"));

    private static ConsumerRecord<byte[], byte[]> record(long offset, String value) {
        return new ConsumerRecord<>("segmentation-results", 0, offset, null, value.getBytes(StandardCharsets.UTF_8));
    }

    private static ConsumedRecord again(ConsumerRecord<byte[], byte[]> source) {
        return ConsumedRecord.read(source, new Delivery.Content.Unreadable("of no interest"), 2);
    }

    @AfterEach
    void close() {
        trials.close();
        others.close();
    }

    @Test
    void aTrialOfAnotherProcessGoesOnUntilItsEndIsTold() {
        others.begin(suspect);
        assertEquals(Standing.RUNNING, trials.of(suspect));
        others.end(suspect);
        assertEquals(Standing.NONE, trials.of(suspect));
    }

    /** In a topic that was made anew, or by a header that names the place. */
    @Test
    void anotherCaseAtTheSamePlaceHasNoPartInItsTrials() {
        others.begin(suspect);
        ConsumerRecord<byte[], byte[]> forged = record(9, "another case");
        new CaseOrigin(0, 7, 3).writeTo(forged.headers());

        assertEquals(Standing.NONE, trials.of(again(record(7, "another case"))));
        assertEquals(Standing.NONE, trials.of(again(forged)));
        others.end(suspect);
    }

    @Test
    void aCopyHasPartInTheTrialsOfItsOriginal() {
        others.begin(suspect);
        ConsumerRecord<byte[], byte[]> copy = record(9, "a case");
        new CaseOrigin(0, 7, 3).writeTo(copy.headers());

        assertEquals(Standing.RUNNING, trials.of(again(copy)));
        others.end(suspect);
    }

    /** An answer that is lost: the note is there, and the trial never began. */
    @Test
    void aTrialThatCouldNotBeToldToBeginIsNotHeldAgainstItsCase() {
        ours.answers = false;
        assertThrows(StreamUnavailableException.class, () -> trials.begin(suspect));
        assertEquals(1, kept.size());
        assertEquals(Standing.NONE, trials.of(suspect));
        ours.answers = true;
        trials.begin(suspect);
        assertEquals("limen: trial 1 ", kept.values().iterator().next().substring(0, 15), "it was none of its trials");
        trials.end(suspect);
        assertEquals(Map.of(), kept);
    }

    /** Whoever may not delete notes does not blame cases that it has itself outlived. */
    @Test
    void aTrialWhoseEndCanNotBeToldIsNotHeldAgainstItsCaseHere() {
        ours.deletes = false;
        for (int i = 0; i < 3; i++) {
            trials.begin(suspect);
            trials.end(suspect);
            assertEquals(Standing.NONE, trials.of(suspect));
        }
        ours.deletes = true;
    }

    @Test
    void twoTrialsThatNobodyEndedAreHeldAgainstIt() throws InterruptedException {
        try (KafkaTrials first = new KafkaTrials(new Notes(), SELDOM);
                KafkaTrials second = new KafkaTrials(new Notes(), SELDOM);
                KafkaTrials judge = new KafkaTrials(new Notes(), AT_ONCE)) {
            first.begin(suspect);
            assertEquals(Standing.NONE, after(judge), "another trial");
            second.begin(suspect);
            assertEquals(Standing.UNFINISHED, after(judge));
        }
    }

    @Test
    void anEndThatIsSlowToTellDelaysNoSignOfLife() throws InterruptedException {
        Notes slow = new Notes();
        try (KafkaTrials busy = new KafkaTrials(slow, Duration.ofMillis(1))) {
            busy.begin(suspect);
            ConsumedRecord other = again(record(8, "another case"));
            busy.begin(other);
            slow.holdsDeletes = new CountDownLatch(1);
            Thread ending = new Thread(() -> busy.end(other));
            ending.start();
            slow.deleting.await();

            CountDownLatch further = new CountDownLatch(3);
            slow.written = further;

            boolean signed = further.await(20, TimeUnit.SECONDS);
            slow.holdsDeletes.countDown();
            ending.join();
            busy.end(suspect);
            assertTrue(signed);
        }
    }

    /** It was drained, and its forward pass does not end. */
    @Test
    void aProcessThatStopsInTheMiddleOfATrialTellsItsEnd() {
        KafkaTrials stopping = new KafkaTrials(new Notes(), SELDOM);
        stopping.begin(suspect);
        stopping.close();
        assertEquals(Map.of(), kept);
    }

    @Test
    void anEndThatIsToldLateEndsNoTrialOfAnother() {
        ours.deletes = false;
        trials.begin(suspect);
        trials.end(suspect);
        ours.deletes = true;
        others.begin(suspect);
        trials.end(suspect);
        assertEquals(Standing.RUNNING, trials.of(suspect));
        others.end(suspect);
        assertEquals(Map.of(), kept);
    }

    @Test
    void whoCouldNotReadMeanwhileDoesNotKnowWhoIsSilent() {
        others.begin(suspect);
        Notes away = new Notes();
        try (KafkaTrials judge = new KafkaTrials(away, Duration.ofSeconds(1), now::get)) {
            judge.of(suspect);
            for (int look = 0; look < 9; look++) {
                now.addAndGet(500_000_000);
                assertEquals(Standing.RUNNING, judge.of(suspect));
            }
            away.unreadable = true;
            assertThrows(StreamUnavailableException.class, () -> judge.of(suspect));
            away.unreadable = false;
            now.addAndGet(500_000_000);
            assertEquals(Standing.RUNNING, judge.of(suspect));
        }
        others.end(suspect);
    }

    @Test
    void anErrorEndsTheSignsOfNoTrial() throws InterruptedException {
        Notes failing = new Notes();
        try (KafkaTrials busy = new KafkaTrials(failing, Duration.ofMillis(1))) {
            busy.begin(suspect);
            failing.failures.set(2);
            CountDownLatch further = new CountDownLatch(3);
            failing.written = further;
            boolean signed = further.await(20, TimeUnit.SECONDS);
            busy.end(suspect);
            assertTrue(signed);
        }
    }

    private Standing after(KafkaTrials judge) {
        Standing standing = judge.of(suspect);
        while (standing == Standing.RUNNING) {
            Thread.onSpinWait();
            standing = judge.of(suspect);
        }
        return standing;
    }

    /** Kept in memory; an answer may be lost, and deleting be forbidden. */
    private final class Notes extends TrialNotes {

        private boolean answers = true;
        private boolean unreadable;
        private boolean deletes = true;
        private final AtomicInteger failures = new AtomicInteger();
        private final CountDownLatch deleting = new CountDownLatch(1);
        private volatile CountDownLatch holdsDeletes = new CountDownLatch(0);
        private volatile CountDownLatch written = new CountDownLatch(0);

        Notes() {
            super(() -> null, "trial-");
        }

        @Override
        Optional<String> read(String group) {
            if (unreadable) {
                throw new StreamUnavailableException("no answer", null);
            }
            return Optional.ofNullable(kept.get(group));
        }

        @Override
        void write(String group, ConsumedRecord subject, String line) {
            if (failures.getAndDecrement() > 0) {
                throw new OutOfMemoryError("simulated");
            }
            kept.put(group, line);
            written.countDown();
            if (!answers) {
                throw new StreamUnavailableException("no answer", null);
            }
        }

        @Override
        void delete(String group) {
            deleting.countDown();
            try {
                holdsDeletes.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (!deletes) {
                throw new StreamUnavailableException("not allowed", null);
            }
            kept.remove(group);
        }
    }
}
