package io.limen.explainer.adapter.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Where progress is shown.
 *
 * @param error the process's stderr
 * @param terminal whether somebody watches it on a terminal that can redraw a line
 * @param clock for the time left
 * @param advice what would make the work faster, one line; said once, when the work begins
 */
public record Console(PrintStream error, boolean terminal, InstantSource clock, Optional<String> advice) {

    /** This process's own stderr. */
    public static Console ofProcess(Optional<String> advice) {
        boolean terminal = System.console() != null && !"dumb".equals(System.getenv("TERM"));
        return new Console(System.err, terminal, InstantSource.system(), advice);
    }

    /** @param doing what is done, one word */
    ProgressDisplay progress(String doing) {
        advice.ifPresent(line -> error.println("limen: " + line));
        return terminal
                ? ProgressDisplay.bar(error, doing)
                : ProgressDisplay.lines(new PrintWriter(error, true), clock, doing);
    }
}
