package io.limen.explainer.adapter.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.InstantSource;

/**
 * Where progress is shown.
 *
 * @param error the process's stderr
 * @param terminal whether somebody watches it on a terminal that can redraw a line
 * @param clock for the time left
 */
public record Console(PrintStream error, boolean terminal, InstantSource clock) {

    /** This process's own stderr. */
    public static Console ofProcess() {
        boolean terminal = System.console() != null && !"dumb".equals(System.getenv("TERM"));
        return new Console(System.err, terminal, InstantSource.system());
    }

    ProgressDisplay progress() {
        return terminal ? ProgressDisplay.bar(error) : ProgressDisplay.lines(new PrintWriter(error, true), clock);
    }
}
