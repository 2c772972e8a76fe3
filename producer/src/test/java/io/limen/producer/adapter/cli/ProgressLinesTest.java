package io.limen.producer.adapter.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {

    private final StringWriter printed = new StringWriter();

    @Test
    void aLineComesEveryFiveSecondsAndNotMoreOften() {
        Iterator<Long> seconds = List.of(0L, 1L, 5L, 6L, 10L).iterator();
        ProgressLines progress =
                new ProgressLines(new PrintWriter(printed), () -> Instant.ofEpochSecond(seconds.next()));

        progress.started(10);
        for (int i = 0; i < 4; i++) {
            progress.delivered();
        }

        assertEquals(
                List.of("2 of 10, 0.4 per second, about 20 s left", "4 of 10, 0.4 per second, about 15 s left"),
                printed.toString().lines().toList());
    }

    @Test
    void aFailureIsOneLineWhateverTheFileIsCalled() {
        ProgressLines progress = new ProgressLines(new PrintWriter(printed), () -> Instant.EPOCH);
        progress.started(1);

        progress.failed("a\n\u001B[31m.png", "damaged image");

        assertEquals(
                List.of("a??[31m.png: damaged image"),
                printed.toString().lines().toList());
    }
}
