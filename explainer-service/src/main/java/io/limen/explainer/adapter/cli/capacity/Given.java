package io.limen.explainer.adapter.cli.capacity;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** What somebody gave. */
final class Given {

    private Given() {}

    /** @param otherwise said in one line when the condition doesn't hold */
    static void require(boolean condition, String otherwise, CommandLine line) {
        if (!condition) {
            throw new ParameterException(line, otherwise);
        }
    }
}
