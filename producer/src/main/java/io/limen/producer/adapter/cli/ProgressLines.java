package io.limen.producer.adapter.cli;

import io.limen.producer.application.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Objects;

/** Progress as a line every few seconds, for logs and pipes. */
public final class ProgressLines implements Progress {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private final PrintWriter err;
    private final InstantSource time;
    private Instant start;
    private Instant lastLine;
    private int total;
    private int done;

    /** Prints to a writer. */
    public ProgressLines(PrintWriter err, InstantSource time) {
        this.err = Objects.requireNonNull(err, "err");
        this.time = Objects.requireNonNull(time, "time");
    }

    @Override
    public synchronized void started(int total) {
        this.total = total;
        this.start = time.instant();
        this.lastLine = start;
    }

    @Override
    public synchronized void delivered() {
        step();
    }

    @Override
    public synchronized void failed(String name, String reason) {
        noted(SafeText.of(name) + ": " + reason);
        step();
    }

    @Override
    public synchronized void noted(String line) {
        err.println(SafeText.of(line));
        err.flush();
    }

    @Override
    public void finished() {
        err.flush();
    }

    private void step() {
        done++;
        Instant now = time.instant();
        if (Duration.between(lastLine, now).compareTo(BETWEEN_LINES) >= 0) {
            lastLine = now;
            double perSecond = done / (Duration.between(start, now).toMillis() / 1000.0);
            noted(String.format(
                    Locale.ROOT,
                    "%d of %d, %.1f per second, about %.0f s left",
                    done,
                    total,
                    perSecond,
                    (total - done) / perSecond));
        }
    }
}
