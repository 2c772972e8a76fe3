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
        now.addAndGet(9);
        assertFalse(signs.hasEnded("a", "1"));
        now.addAndGet(1);
        assertTrue(signs.hasEnded("a", "1"));
    }

    @Test
    void aSignThatChangesIsOfAProcessThatIsThere() {
        signs.hasEnded("a", "1");
        now.addAndGet(9);
        signs.hasEnded("a", "2");
        now.addAndGet(9);
        assertFalse(signs.hasEnded("a", "2"));
    }

    @Test
    void whatNobodyWaitsForIsNotKept() {
        signs.hasEnded("a", "1");
        signs.hasEnded("b", "1");
        assertEquals(2, signs.size());
        now.addAndGet(10);
        signs.hasEnded("a", "1");
        signs.forget("b");
        assertEquals(0, signs.size());
    }
}
