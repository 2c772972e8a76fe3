package io.limen.quickstart.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SpeedTest {

    @Test
    void speedIsTheMeanOverExplanations() {
        Speed speed = Speed.NONE.add(100, Duration.ofMillis(1500)).add(500, Duration.ofMillis(2500));

        assertEquals(2.0, speed.secondsPerExplanation(), 1e-9);
        assertEquals(150.0, speed.forwardsPerSecond(), 1e-9);
    }

    @Test
    void nothingMeasuredIsZero() {
        assertEquals(0, Speed.NONE.secondsPerExplanation());
        assertEquals(0, Speed.NONE.forwardsPerSecond());
    }
}
