package io.limen.quickstart.adapter.console;

import java.io.PrintStream;

/**
 * What progress is shown on.
 *
 * @param stream where it is written
 * @param columns width of the terminal, characters; 0 when it is none
 */
public record Terminal(PrintStream stream, int columns) {

    /** A bar needs room for its numbers. */
    private static final int LEAST_COLUMNS = 40;

    /** True when a line can be drawn again in place. */
    public boolean interactive() {
        return columns >= LEAST_COLUMNS;
    }
}
