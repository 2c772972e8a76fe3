package io.limen.quickstart.domain;

import java.util.List;
import java.util.Objects;

/**
 * A part of the demo that ended or did not come up.
 *
 * @param what one line: which part, and what happened
 * @param logEnd last lines of its log, oldest first; empty when it wrote none
 */
public record PartFailure(String what, List<String> logEnd) {

    public PartFailure {
        Objects.requireNonNull(what);
        logEnd = List.copyOf(logEnd);
    }
}
