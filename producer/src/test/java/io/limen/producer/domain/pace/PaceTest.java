package io.limen.producer.domain.pace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {

    @Test
    void casesAreDueAtEvenIntervals() {
        Pace pace = new Pace(4);

        assertEquals(Duration.ZERO, pace.due(0));
        assertEquals(Duration.ofMillis(2500), pace.due(10));
    }

    @Test
    void withoutALimitEveryCaseIsDueAtOnce() {
        assertEquals(Duration.ZERO, Pace.UNLIMITED.due(1_000_000));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void aPaceIsPositive(double casesPerSecond) {
        assertThrows(IllegalArgumentException.class, () -> new Pace(casesPerSecond));
    }
}
