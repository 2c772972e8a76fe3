package io.limen.aggregator.bootstrap;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ThreadReplacementTest {

    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final ThreadReplacement replacement = new ThreadReplacement(() -> now);

    @Test
    void aFaultThatComesAtOnceAgainAndAgainIsNotRetriedForever() {
        for (int thread = 0; thread < ThreadReplacement.LIMIT; thread++) {
            assertTrue(replacement.permits());
        }

        assertFalse(replacement.permits());
    }

    @Test
    void aFaultNowAndThenIsAlwaysRetried() {
        Duration spaced = ThreadReplacement.WINDOW.dividedBy(ThreadReplacement.LIMIT);
        for (int thread = 0; thread < 10 * ThreadReplacement.LIMIT; thread++) {
            assertTrue(replacement.permits());
            now = now.plus(spaced);
        }
    }

    @Test
    void replacementsCountForAMinute() {
        for (int thread = 0; thread < ThreadReplacement.LIMIT; thread++) {
            assertTrue(replacement.permits());
        }

        now = now.plus(ThreadReplacement.WINDOW.minusMillis(1));
        assertFalse(replacement.permits());
        now = now.plusMillis(1);
        assertTrue(replacement.permits());
    }
}
