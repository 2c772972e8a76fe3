package io.limen.explainer.adapter.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.limen.explainer.application.stream.Delivery;
import io.limen.explainer.application.stream.StreamUnavailableException;
import io.limen.explainer.application.stream.Trials.Standing;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What two processes make of the notes that they share, whatever the brokers do with them. */
class KafkaTrialsTest {

    /** Long enough that no sign is given by itself, and no silence ends. */
    private static final Duration SELDOM = Duration.ofHours(1);

    /** A silence of five of them is over at once. */
    private static final Duration AT_ONCE = Duration.ofNanos(1_000_000);

    private final Map<String, String> kept = new ConcurrentHashMap<>();
    private final Notes ours = new Notes();
    private final KafkaTrials trials = new KafkaTrials(ours, SELDOM);
    private final KafkaTrials others = new KafkaTrials(new Notes(), SELDOM);
    private final ConsumedRecord suspect = new ConsumedRecord(
            new ConsumerRecord<>("segmentation-results", 0, 7, null, new byte[0]),
            new Delivery.Content.Unreadable("empty"),
            2,
            false);

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
        private boolean deletes = true;

        Notes() {
            super(() -> null, "trial-");
        }

        @Override
        Optional<String> read(String group) {
            return Optional.ofNullable(kept.get(group));
        }

        @Override
        void write(String group, ConsumedRecord subject, String line) {
            kept.put(group, line);
            if (!answers) {
                throw new StreamUnavailableException("no answer", null);
            }
        }

        @Override
        void delete(String group) {
            if (!deletes) {
                throw new StreamUnavailableException("not allowed", null);
            }
            kept.remove(group);
        }
    }
}
