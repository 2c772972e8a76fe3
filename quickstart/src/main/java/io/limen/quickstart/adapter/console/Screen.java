package io.limen.quickstart.adapter.console;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Lines, and below them on a terminal one line that is drawn again and again. Used by the demo's thread and the progress
 * bar's.
 */
final class Screen {

    private static final String ERASE_LINE = "\r\u001b[K";

    private final PrintStream stream;
    private final Supplier<java.time.Duration> sinceStart;
    private String bar = "";

    Screen(PrintStream stream, Supplier<java.time.Duration> sinceStart) {
        this.stream = stream;
        this.sinceStart = sinceStart;
    }

    /** A line with the time since the start in front of it. */
    void say(String line) {
        double seconds = sinceStart.get().toMillis() / 1000.0;
        line(String.format(Locale.ROOT, "[%6.1f s] %s", seconds, line));
    }

    synchronized void line(String line) {
        if (bar.isEmpty()) {
            stream.println(line);
        } else {
            stream.print(ERASE_LINE + line + System.lineSeparator() + bar);
        }
        stream.flush();
    }

    /** Draws the bottom line. */
    synchronized void bar(String drawn) {
        bar = drawn;
        stream.print(ERASE_LINE + drawn);
        stream.flush();
    }

    /** Leaves the bottom line where it is; what follows goes below. */
    synchronized void endBar() {
        if (!bar.isEmpty()) {
            bar = "";
            stream.println();
        }
    }
}
