package io.limen.explainer.application.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(10));

    @ParameterizedTest
    @CsvSource({"1,500", "2,1000", "3,2000", "5,8000", "6,10000", "7,10000", "1000000,10000"})
    void aWaitDoublesUpToTheLongest(int failures, long millis) {
        assertEquals(Duration.ofMillis(millis), BACKOFF.after(failures));
    }

    @Test
    void aBackoffThatDoesNotWaitIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Backoff(Duration.ZERO, Duration.ofSeconds(1)));
    }
}
