package io.limen.explainer.adapter.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SignsOfLifeTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE);
    private final SignsOfLife signs = new SignsOfLife(Duration.ofNanos(10), now::get);

    @Test
    void aSignThatStaysTheSameForLongIsTheLast() {
        assertFalse(signs.hasEnded("a", "1"));
        assertFalse(lookedAt("1", 9));
        assertTrue(lookedAt("1", 1));
        assertTrue(signs.hasEnded("a", "1"), "and stays the last");
    }

    /** What another thread of the machine does to it, or brokers that do not answer. */
    @Test
    void timeInWhichWeDidNotLookIsNoSilence() {
        signs.hasEnded("a", "1");
        now.addAndGet(1_000_000);
        assertFalse(signs.hasEnded("a", "1"));
        assertFalse(lookedAt("1", 8));
        assertTrue(lookedAt("1", 1));
    }

    private boolean lookedAt(String line, int times) {
        boolean ended = false;
        for (int i = 0; i < times; i++) {
            now.addAndGet(1);
            ended = signs.hasEnded("a", line);
        }
        return ended;
    }

    @Test
    void aSignThatChangesIsOfAProcessThatIsThere() {
        signs.hasEnded("a", "1");
        lookedAt("1", 9);
        signs.hasEnded("a", "2");
        assertFalse(lookedAt("2", 9));
    }

    @Test
    void whatNobodyWaitsForIsNotKept() {
        signs.hasEnded("a", "1");
        signs.hasEnded("b", "1");
        assertEquals(2, signs.size());
        signs.forget("a");
        signs.forget("b");
        assertEquals(0, signs.size());
    }
}
