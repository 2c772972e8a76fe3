package io.limen.explainer.adapter.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProgressDisplayTest {

    private final StringWriter log = new StringWriter();
    private Instant now = Instant.EPOCH;

    @Test
    void aLineEveryFewSecondsTellsTheTimeLeft() {
        try (ProgressDisplay display = ProgressDisplay.lines(new PrintWriter(log), () -> now, "explaining")) {
            now = now.plus(Duration.ofSeconds(4));
            display.forwards(400, 3000);
            now = now.plus(Duration.ofSeconds(6));
            display.forwards(1000, 3000);
            now = now.plus(Duration.ofSeconds(1));
            display.forwards(1100, 3000);
        }

        assertEquals(
                "explaining: 1,000 of about 3,000 forward passes, about 20 s left",
                log.toString().strip());
    }
}
